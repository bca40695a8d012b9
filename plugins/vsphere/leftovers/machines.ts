import type { XmlElement } from '@rgrove/parse-xml';
import { child, children, objectIn, VcenterFault } from './soap-answer.ts';
import { element, type ManagedObject, reference } from './soap-request.ts';
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

/** The configuration parameter that may bear the mark. */
export const MARK_PARAMETER = 'guestinfo.packer_hybrid_run';

/** One parameter by its key: all of them are many. */
const parameter = `config.extraConfig["${MARK_PARAMETER}"]`;
const paths = [
  'name',
  'config.annotation',
  'config.template',
  'config.instanceUuid',
  'runtime.powerState',
  parameter,
];

/** Every virtual machine that the user may see, templates among them, asked for in portions. */
export async function allMachines(vcenter: Vcenter): Promise<readonly VirtualMachine[]> {
  const { call, viewManager, rootFolder } = vcenter;
  const answer = await call('CreateContainerView', viewManager, [
    reference('container', rootFolder),
    element('type', 'VirtualMachine'),
    element('recursive', 'true'),
  ]);
  const view = objectIn(answer, 'returnval');
  if (!view) throw new Error('vCenter gives no view of its machines');
  const walk = [element('type', 'ContainerView'), element('path', 'view'), element('skip', 'false')];
  const selection = `<selectSet xsi:type="TraversalSpec">${walk.join('')}</selectSet>`;
  return properties(vcenter, `${reference('obj', view)}${element('skip', 'true')}${selection}`);
}

/** One machine as it is now; undefined when it is gone. */
export async function machineNow(vcenter: Vcenter, self: ManagedObject): Promise<VirtualMachine | undefined> {
  try {
    const [machine] = await properties(vcenter, `${reference('obj', self)}${element('skip', 'false')}`);
    return machine;
  } catch (cause) {
    if (cause instanceof VcenterFault && cause.fault === 'ManagedObjectNotFound') return undefined;
    throw cause;
  }
}

async function properties(
  { call, propertyCollector }: Vcenter,
  objectSet: string,
): Promise<readonly VirtualMachine[]> {
  const wanted = [
    element('type', 'VirtualMachine'),
    element('all', 'false'),
    ...paths.map((path) => element('pathSet', path)),
  ];
  const filter = `<propSet>${wanted.join('')}</propSet><objectSet>${objectSet}</objectSet>`;
  const machines: VirtualMachine[] = [];
  let answer = await call('RetrievePropertiesEx', propertyCollector, [
    `<specSet>${filter}</specSet>`,
    `<options>${element('maxObjects', '500')}</options>`,
  ]);
  for (;;) {
    const result = child(answer, 'returnval');
    machines.push(...children(result, 'objects').flatMap(machineOf));
    const token = child(result, 'token')?.text;
    if (!token) return machines;
    answer = await call('ContinueRetrievePropertiesEx', propertyCollector, [element('token', token)]);
  }
}

function machineOf(object: XmlElement): readonly VirtualMachine[] {
  const self = objectIn(object, 'obj');
  if (!self) return [];
  const values = new Map(
    children(object, 'propSet').map(
      (each) => [child(each, 'name')?.text, textOf(child(each, 'val'))] as const,
    ),
  );
  const template = values.get('config.template');
  return [
    {
      self,
      name: values.get('name') ?? self.key,
      marks: [values.get('config.annotation') ?? '', values.get(parameter) ?? ''],
      isTemplate: template === undefined ? undefined : template === 'true',
      uuid: values.get('config.instanceUuid'),
      isOff: values.get('runtime.powerState') === 'poweredOff',
    },
  ];
}

/** The value alone where there is a key with it. */
function textOf(value: XmlElement | undefined): string | undefined {
  return (child(value, 'value') ?? value)?.text;
}
