import { bearsMark, type LeftoverMachine, type LeftoverRequest, machineMark } from 'packer-hybrid';
import type { VsphereOptions } from '../options.ts';
import { allMachines, type VirtualMachine } from './machines.ts';
import { removeMachine } from './remove-machine.ts';
import { settleCreations } from './tasks.ts';
import { type VcenterLogin, withVcenter } from './vcenter.ts';

/** Machines that bear the mark of a run in their notes or in its configuration parameter. */
export async function findMachines(
  options: VsphereOptions,
  { run, targets, signal }: LeftoverRequest,
): Promise<readonly LeftoverMachine[]> {
  const login = loginOf(options);
  const machines = await withVcenter(login, signal, async (vcenter) => {
    await settleCreations(vcenter, signal);
    return allMachines(vcenter);
  });
  return targets
    .map((target) => machineMark(run, target))
    .flatMap((mark) => machines.filter((machine) => isLeftover(machine, mark)).map(leftover(login, mark)));
}

/** A machine that became a template is a finished image. */
export function isLeftover({ marks, isTemplate }: VirtualMachine, mark: string): boolean {
  return isTemplate === false && marks.some((text) => bearsMark(text, mark));
}

function leftover(login: VcenterLogin, mark: string): (machine: VirtualMachine) => LeftoverMachine {
  return (machine) => ({
    what: `vSphere machine ${machine.name} (${machine.self.key})`,
    remove: (signal) =>
      withVcenter(login, signal, (vcenter) =>
        removeMachine(vcenter, machine, { isStillOurs: (now) => isLeftover(now, mark), signal }),
      ),
  });
}

function loginOf({ server, username, password, insecure = false }: VsphereOptions): VcenterLogin {
  if (!server || !username || !password) {
    throw new Error(
      'server, user name and password of vCenter are not all set (GOVC_URL, GOVC_USERNAME, GOVC_PASSWORD)',
    );
  }
  return { server, username, password, insecure };
}
