import {
  attributeOf,
  bearsMark,
  type LeftoverMachine,
  type Leftovers,
  machineMark,
  putsMark,
  type Target,
  type Template,
  targetBody,
} from 'packer-hybrid';
import type { VsphereOptions } from '../options.ts';
import { readSource } from '../source.ts';
import { allMachines, MARK_PARAMETER, type VirtualMachine } from './machines.ts';
import { removeMachine } from './remove-machine.ts';
import { settleCreations } from './tasks.ts';
import { type VcenterLogin, withVcenter } from './vcenter.ts';

const remedy =
  'Declare the variable "packer_hybrid_run" with the default "", write `notes = var.packer_hybrid_run` into the source, and let `vcenter_server` be the server of the configuration or of GOVC_URL.';

/** Machines of vSphere bear the mark of their run in their notes, where the template puts it there. */
export function vsphereLeftovers(options: VsphereOptions): Leftovers {
  return {
    mark: {
      remedy,
      isPut: (template, target) => isPut(template, target) && isReached(template, target, options),
    },
    async find({ run, targets, signal }) {
      const login = loginOf(options);
      const machines = await withVcenter(login, signal, async (vcenter) => {
        await settleCreations(vcenter, signal);
        return allMachines(vcenter);
      });
      return targets
        .map((target) => machineMark(run, target))
        .flatMap((mark) =>
          machines.filter((machine) => isLeftover(machine, mark)).map(leftover(login, mark)),
        );
    },
  };
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

/** A configuration parameter counts under its one name. */
function isPut(template: Template, target: Target): boolean {
  if (putsMark(template, target, ['notes'])) return true;
  const parameters = attributeOf(targetBody(template, target), 'configuration_parameters');
  const isNamed = parameters?.text.includes(MARK_PARAMETER) === true;
  return isNamed && putsMark(template, target, ['configuration_parameters']);
}

/** Whether the machine will be made where we look: a template may name another vCenter than the configuration. */
function isReached(template: Template, target: Target, options: VsphereOptions): boolean {
  const { server } = readSource(template, targetBody(template, target), options);
  return server.state === 'text' && server.text === options.server;
}

function loginOf({ server, username, password, insecure = false }: VsphereOptions): VcenterLogin {
  if (!server || !username || !password) {
    throw new Error(
      'server, user name and password of vCenter are not all set (GOVC_URL, GOVC_USERNAME, GOVC_PASSWORD)',
    );
  }
  return { server, username, password, insecure };
}
