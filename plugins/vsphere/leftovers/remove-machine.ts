import { machineNow, type VirtualMachine } from './machines.ts';
import { finishTask } from './tasks.ts';
import type { Vcenter } from './vcenter.ts';

export interface Removal {
  isStillOurs(machine: VirtualMachine): boolean;
  readonly signal: AbortSignal;
}

/** Looks once more whose the machine is, then stops it and destroys it with its disks; fine when it is gone already. */
export async function removeMachine(
  vcenter: Vcenter,
  { self, uuid }: VirtualMachine,
  { isStillOurs, signal }: Removal,
): Promise<void> {
  const now = await machineNow(vcenter, self);
  if (!now) return;
  if (now.uuid !== uuid || !isStillOurs(now)) {
    throw new Error(`${now.name} bears the mark of the run no more, so it was left alone`);
  }
  if (!now.isOff) await finishTask(vcenter, { method: 'PowerOffVM_Task', self }, signal);
  await finishTask(vcenter, { method: 'Destroy_Task', self }, signal);
}
