import { allMachines, type VirtualMachine } from '../../plugins/vsphere/leftovers/machines.ts';
import { removeMachine } from '../../plugins/vsphere/leftovers/remove-machine.ts';
import { element, type ManagedObject } from '../../plugins/vsphere/leftovers/soap-request.ts';
import { finishTask } from '../../plugins/vsphere/leftovers/tasks.ts';
import { type Vcenter, withVcenter } from '../../plugins/vsphere/leftovers/vcenter.ts';
import { type SimulatedVcenter, vcenterPassword, vcenterUser } from './vcenter.ts';

const { signal } = new AbortController();

/** The machines and templates of a simulated vCenter, by name. */
export function inventoryOf(vcenter: SimulatedVcenter): Promise<ReadonlyMap<string, VirtualMachine>> {
  return loggedIn(vcenter, async (session) => {
    const machines = await allMachines(session);
    return new Map(machines.map((machine) => [machine.name, machine]));
  });
}

export interface MachineChange {
  readonly name: string;
  readonly notes: string;
  readonly template?: boolean;
}

/** Makes a machine of the simulator look like another one. */
export function disguise(
  vcenter: SimulatedVcenter,
  from: string,
  { name, notes, template = false }: MachineChange,
): Promise<void> {
  return loggedIn(vcenter, async (session) => {
    const machine = (await allMachines(session)).find((each) => each.name === from);
    if (!machine) throw new Error(`The simulator has no machine ${from}.`);
    const { self } = machine;
    await reconfigure(session, self, `${element('name', name)}${element('annotation', notes)}`);
    if (!template) return;
    if (!machine.isOff) await finishTask(session, { method: 'PowerOffVM_Task', self }, signal);
    await session.call('MarkAsTemplate', self);
  });
}

/** Destroys a machine, where there is one of that name. */
export function destroyMachine(vcenter: SimulatedVcenter, name: string): Promise<void> {
  return loggedIn(vcenter, async (session) => {
    const machine = (await allMachines(session)).find((each) => each.name === name);
    if (machine) await removeMachine(session, machine, { isStillOurs: () => true, signal });
  });
}

async function reconfigure(session: Vcenter, self: ManagedObject, change: string): Promise<void> {
  const before = await session.call('ReconfigVM_Task', self, [`<spec>${change}</spec>`]);
  if (before.name !== 'ReconfigVM_TaskResponse') throw new Error(`The simulator answered ${before.name}.`);
}

function loggedIn<T>({ host }: SimulatedVcenter, work: (session: Vcenter) => Promise<T>): Promise<T> {
  const login = { server: host, username: vcenterUser, password: vcenterPassword, insecure: true };
  return withVcenter(login, signal, work);
}
