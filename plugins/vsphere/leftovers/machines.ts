import type { XmlElement } from '@rgrove/parse-xml';
import { type Collected, collect, membersOf, specOf } from './collect.ts';
import { child, objectIn, VcenterFault } from './soap-answer.ts';
import { element, type ManagedObject, reference } from './soap-request.ts';
import { MARK_PARAMETER } from './template-mark.ts';
import type { Vcenter } from './vcenter.ts';

/** What matters of a virtual machine. */
export interface VirtualMachine {
  readonly self: ManagedObject;
  readonly name: string;
  /** Its notes, and the configuration parameter of the mark. */
  readonly marks: readonly string[];
  /** Undefined while vCenter does not know the configuration of the machine. */
  readonly isTemplate: boolean | undefined;
  readonly uuid: string | undefined;
  readonly isOff: boolean;
}

/** One parameter by its key: all of them are many. */
const parameter = `config.extraConfig["${MARK_PARAMETER}"]`;
const wanted = {
  type: 'VirtualMachine',
  paths: [
    ...['name', 'config.annotation', 'config.template', 'config.instanceUuid', 'runtime.powerState'],
    parameter,
  ],
} as const;

/** Every virtual machine that the user may see, templates among them. */
export async function allMachines(vcenter: Vcenter): Promise<readonly VirtualMachine[]> {
  const { call, viewManager, rootFolder } = vcenter;
  const answer = await call('CreateContainerView', viewManager, [
    reference('container', rootFolder),
    element('type', 'VirtualMachine'),
    element('recursive', 'true'),
  ]);
  const view = objectIn(answer, 'returnval');
  if (!view) throw new Error('vCenter gives no view of its machines');
  return (await collect(vcenter, { ...wanted, from: [membersOf(view)] })).map(machineOf);
}

/** One machine as it is now; undefined when it is gone. */
export async function machineNow(vcenter: Vcenter, self: ManagedObject): Promise<VirtualMachine | undefined> {
  try {
    const [machine] = await collect(vcenter, { ...wanted, from: [specOf(self)] });
    return machine && machineOf(machine);
  } catch (cause) {
    if (cause instanceof VcenterFault && cause.fault === 'ManagedObjectNotFound') return undefined;
    throw cause;
  }
}

function machineOf({ self, values }: Collected): VirtualMachine {
  const textOf = (path: string) => values.get(path)?.text;
  const template = textOf('config.template');
  return {
    self,
    name: textOf('name') ?? self.key,
    marks: [textOf('config.annotation') ?? '', optionValue(values.get(parameter))],
    isTemplate: template === undefined ? undefined : template === 'true',
    uuid: textOf('config.instanceUuid'),
    isOff: textOf('runtime.powerState') === 'poweredOff',
  };
}

/** Of a key with its value, the value alone. */
function optionValue(option: XmlElement | undefined): string {
  return child(option, 'value')?.text ?? '';
}
