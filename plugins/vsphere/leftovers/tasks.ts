import { setTimeout as sleep } from 'node:timers/promises';
import type { XmlElement } from '@rgrove/parse-xml';
import { collect, specOf } from './collect.ts';
import { child, children, objectIn, VcenterFault } from './soap-answer.ts';
import type { ManagedObject } from './soap-request.ts';
import type { Vcenter } from './vcenter.ts';

const PAUSE_MS = 500;
const LIMIT_MS = 10 * 60_000;

/** Tasks that make a machine. */
const makers = ['VirtualMachine.clone', 'Folder.createVm', 'Folder.createVM'];

/** Starts a task of vCenter and waits until it is done; rejects with what vCenter says where it fails. */
export async function finishTask(
  vcenter: Vcenter,
  { method, self }: { readonly method: string; readonly self: ManagedObject },
  signal: AbortSignal,
): Promise<void> {
  const task = objectIn(await vcenter.call(method, self), 'returnval');
  if (!task) throw new Error(`vCenter began no task for ${method}`);
  await until(async () => !isUnderWay(await infoOf(vcenter, task)), { what: method, signal });
  const info = await infoOf(vcenter, task);
  if (child(info, 'state')?.text !== 'success') throw new Error(`vCenter says: ${errorOf(info)}`);
}

/** A machine that vCenter is just making for the same user may be of a killed run: only then does it bear its mark. */
export async function settleCreations(vcenter: Vcenter, signal: AbortSignal): Promise<void> {
  const { taskManager, userName } = vcenter;
  const [manager] = await collect(vcenter, {
    ...{ type: 'TaskManager', paths: ['recentTask'], from: [specOf(taskManager)] },
  });
  const recent = children(manager?.values.get('recentTask'), 'ManagedObjectReference');
  for (const { text: key } of recent) {
    const task = { type: 'Task', key };
    const isMaking = async () => makesFor(userName, await infoOf(vcenter, task));
    await until(async () => !(await isMaking()), { what: 'a machine that it is making', signal });
  }
}

/** Undefined when the task is forgotten. */
async function infoOf(vcenter: Vcenter, task: ManagedObject): Promise<XmlElement | undefined> {
  try {
    const [found] = await collect(vcenter, { type: 'Task', paths: ['info'], from: [specOf(task)] });
    return found?.values.get('info');
  } catch (cause) {
    if (cause instanceof VcenterFault && cause.fault === 'ManagedObjectNotFound') return undefined;
    throw cause;
  }
}

function isUnderWay(info: XmlElement | undefined): boolean {
  return ['queued', 'running'].includes(child(info, 'state')?.text ?? '');
}

function makesFor(userName: string, info: XmlElement | undefined): boolean {
  const isMaker = makers.includes(child(info, 'descriptionId')?.text ?? '');
  return isMaker && isUnderWay(info) && child(info, 'reason', 'userName')?.text === userName;
}

function errorOf(info: XmlElement | undefined): string {
  const fault = child(info, 'error', 'fault')?.attributes['xsi:type'];
  return child(info, 'error', 'localizedMessage')?.text || fault || 'the task failed';
}

async function until(
  isDone: () => Promise<boolean>,
  { what, signal }: { readonly what: string; readonly signal: AbortSignal },
): Promise<void> {
  const deadline = performance.now() + LIMIT_MS;
  while (!(await isDone())) {
    if (performance.now() > deadline) throw new Error(`vCenter was not done with ${what} in ten minutes`);
    await sleep(PAUSE_MS, undefined, { signal });
  }
}
