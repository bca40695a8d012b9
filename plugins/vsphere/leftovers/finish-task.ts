import { setTimeout as sleep } from 'node:timers/promises';
import { child, children, objectIn } from './soap-answer.ts';
import { element, type ManagedObject, reference } from './soap-request.ts';
import type { Vcenter } from './vcenter.ts';

const PAUSE_MS = 500;
const LIMIT_MS = 10 * 60_000;

/** Starts a task of vCenter and waits until it is done; rejects with what vCenter says where it fails. */
export async function finishTask(
  vcenter: Vcenter,
  { method, self }: { readonly method: string; readonly self: ManagedObject },
  signal: AbortSignal,
): Promise<void> {
  const task = objectIn(await vcenter.call(method, self), 'returnval');
  if (!task) throw new Error(`vCenter began no task for ${method}`);
  const deadline = performance.now() + LIMIT_MS;
  while (!(await isDone(vcenter, task))) {
    if (performance.now() > deadline) throw new Error(`vCenter was not done with ${method} in ten minutes`);
    await sleep(PAUSE_MS, undefined, { signal });
  }
}

async function isDone({ call, propertyCollector }: Vcenter, task: ManagedObject): Promise<boolean> {
  const wanted = [element('type', 'Task'), element('all', 'false'), element('pathSet', 'info')].join('');
  const answer = await call('RetrievePropertiesEx', propertyCollector, [
    `<specSet><propSet>${wanted}</propSet><objectSet>${reference('obj', task)}</objectSet></specSet>`,
    '<options></options>',
  ]);
  const info = child(children(child(answer, 'returnval'), 'objects')[0], 'propSet', 'val');
  const state = child(info, 'state')?.text;
  if (state === 'error') {
    const said =
      child(info, 'error', 'localizedMessage')?.text || child(info, 'error', 'fault')?.attributes['xsi:type'];
    throw new Error(`vCenter says: ${said ?? 'the task failed'}`);
  }
  return state === 'success';
}
