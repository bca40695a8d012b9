import { type LeftoverMachine, type LeftoverRequest, machineMark } from 'packer-hybrid';
import type { ProxmoxOptions } from '../options.ts';
import { allMachines, type ProxmoxMachine } from './machines.ts';
import { openProxmox, type ProxmoxLogin } from './proxmox-api.ts';
import { isLeftover, removeMachine } from './remove-machine.ts';

/** Machines that bear the mark of a run as a tag. */
export async function findMachines(
  options: ProxmoxOptions,
  { run, targets, signal }: LeftoverRequest,
): Promise<readonly LeftoverMachine[]> {
  const login = loginOf(options);
  const machines = await allMachines(await openProxmox(login, signal));
  return targets
    .map((target) => machineMark(run, target))
    .flatMap((mark) => machines.filter((each) => isLeftover(each, mark)).map(leftover(login, mark)));
}

function leftover(login: ProxmoxLogin, mark: string): (machine: ProxmoxMachine) => LeftoverMachine {
  return ({ vmid, node, name }) => ({
    what: `Proxmox machine ${vmid}${name ? ` (${name})` : ''} on ${node}`,
    remove: async (signal) => removeMachine(await openProxmox(login, signal), { vmid, mark }, signal),
  });
}

function loginOf({ url, username, token, password, insecure }: ProxmoxOptions): ProxmoxLogin {
  const secret = token ?? password;
  if (!url || !username || !secret) {
    throw new Error(
      'address, user name and token or password of Proxmox are not all set (PROXMOX_URL, PROXMOX_USERNAME, PROXMOX_TOKEN)',
    );
  }
  return { url, username, proof: { kind: token ? 'token' : 'password', secret }, insecure };
}
