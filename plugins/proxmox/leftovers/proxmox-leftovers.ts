import {
  type LeftoverMachine,
  type Leftovers,
  machineMark,
  putsMark,
  type Target,
  type Template,
  targetBody,
} from 'packer-hybrid';
import type { ProxmoxOptions } from '../options.ts';
import { readSource } from '../source.ts';
import { allMachines, type ProxmoxMachine } from './machines.ts';
import { openProxmox, type ProxmoxLogin } from './proxmox-api.ts';
import { isLeftover, removeMachine } from './remove-machine.ts';

const remedy =
  'Declare the variable "packer_hybrid_run" with the default "", write `tags = var.packer_hybrid_run` into the source, and let `proxmox_url` be that of the configuration or of PROXMOX_URL.';

/** Machines of Proxmox VE bear the mark of their run as a tag, where the template puts it there. */
export function proxmoxLeftovers(options: ProxmoxOptions): Leftovers {
  return {
    mark: {
      remedy,
      isPut: (template, target) =>
        putsMark(template, target, ['tags']) && isReached(template, target, options),
    },
    async find({ run, targets, signal }) {
      const login = loginOf(options);
      const machines = await allMachines(await openProxmox(login, signal));
      return targets
        .map((target) => machineMark(run, target))
        .flatMap((mark) => machines.filter((each) => isLeftover(each, mark)).map(leftover(login, mark)));
    },
  };
}

function leftover(login: ProxmoxLogin, mark: string): (machine: ProxmoxMachine) => LeftoverMachine {
  return ({ vmid, node, name }) => ({
    what: `Proxmox machine ${vmid}${name ? ` (${name})` : ''} on ${node}`,
    remove: async (signal) => removeMachine(await openProxmox(login, signal), { vmid, mark }, signal),
  });
}

/** Whether the machine will be made where we look: a template may name another Proxmox than the configuration. */
function isReached(template: Template, target: Target, options: ProxmoxOptions): boolean {
  const { url } = readSource(template, targetBody(template, target), options);
  return url.state === 'text' && url.text === options.url;
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
