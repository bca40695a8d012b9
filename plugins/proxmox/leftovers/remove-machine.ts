import { finishTask } from './finish-task.ts';
import { allMachines, configOf, isStopped, type ProxmoxMachine, pathOf } from './machines.ts';
import type { ProxmoxApi } from './proxmox-api.ts';

/** Looks once more whose the machine is, then stops it and destroys it with its disks; fine when it is gone already. */
export async function removeMachine(
  api: ProxmoxApi,
  { vmid, mark }: { readonly vmid: number; readonly mark: string },
  signal: AbortSignal,
): Promise<void> {
  // It may have been moved to another node, and its number may belong to another machine by now.
  const machine = (await allMachines(api)).find((each) => each.vmid === vmid && isLeftover(each, mark));
  if (!machine) return;
  const config = await configOf(api, machine);
  if (!isLeftover(config, mark)) {
    throw new Error(`machine ${vmid} bears the mark of the run no more, so it was left alone`);
  }
  if (config.lock !== undefined) throw new Error(`machine ${vmid} is locked (${config.lock})`);
  const path = pathOf(machine);
  if (!(await isStopped(api, machine))) {
    await finishTask(api, { method: 'POST', path: `${path}/status/stop` }, signal);
  }
  await finishTask(api, { method: 'DELETE', path: `${path}?purge=1&destroy-unreferenced-disks=0` }, signal);
}

/** A template is a finished image. */
export function isLeftover(
  { tags, template }: Pick<ProxmoxMachine, 'tags' | 'template'>,
  mark: string,
): boolean {
  return !template && tags.includes(mark);
}
