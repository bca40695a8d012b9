import type { XmlElement } from '@rgrove/parse-xml';
import { child, children, objectIn } from './soap-answer.ts';
import { element, type ManagedObject, reference } from './soap-request.ts';
import type { Vcenter } from './vcenter.ts';

/** What is wanted of objects of one type. */
export interface Wanted {
  readonly type: string;
  readonly paths: readonly string[];
  /** Where to begin, as `specOf` and `membersOf` write it. */
  readonly from: readonly string[];
}

/** An object with the properties that it has. */
export interface Collected {
  readonly self: ManagedObject;
  readonly values: ReadonlyMap<string, XmlElement>;
}

/** The object itself. */
export function specOf(self: ManagedObject): string {
  return `<objectSet>${reference('obj', self)}${element('skip', 'false')}</objectSet>`;
}

/** What a view shows. */
export function membersOf(view: ManagedObject): string {
  const walk = [element('type', view.type), element('path', 'view'), element('skip', 'false')].join('');
  const selection = `<selectSet xsi:type="TraversalSpec">${walk}</selectSet>`;
  return `<objectSet>${reference('obj', view)}${element('skip', 'true')}${selection}</objectSet>`;
}

/** Asks vCenter for properties, in portions where there are many. */
export async function collect(
  { call, propertyCollector }: Vcenter,
  { type, paths, from }: Wanted,
): Promise<readonly Collected[]> {
  const properties = paths.map((path) => element('pathSet', path)).join('');
  const propSet = `<propSet>${element('type', type)}${element('all', 'false')}${properties}</propSet>`;
  const collected: Collected[] = [];
  let answer = await call('RetrievePropertiesEx', propertyCollector, [
    `<specSet>${propSet}${from.join('')}</specSet>`,
    `<options>${element('maxObjects', '500')}</options>`,
  ]);
  for (;;) {
    const result = child(answer, 'returnval');
    collected.push(...children(result, 'objects').flatMap(collectedOf));
    const token = child(result, 'token')?.text;
    if (!token) return collected;
    answer = await call('ContinueRetrievePropertiesEx', propertyCollector, [element('token', token)]);
  }
}

function collectedOf(object: XmlElement): readonly Collected[] {
  const self = objectIn(object, 'obj');
  if (!self) return [];
  const pairs = children(object, 'propSet').flatMap((each) => {
    const value = child(each, 'val');
    return value ? [[child(each, 'name')?.text ?? '', value] as const] : [];
  });
  return [{ self, values: new Map(pairs) }];
}
