import type { SourceRange } from '../../schema/index.ts';
import {
  anything,
  convertIfPossible,
  entriesOf,
  isKeyed,
  isPrimitive,
  isSequence,
  itemsOf,
  numberType,
  numOf,
  Refusal,
  secretIf,
  stringType,
  type Typed,
  typeText,
  unknownOf,
} from '../values/index.ts';
import { isWhole, truncate } from '../values/number.ts';

/** `value.name` */
export function attributeOf(value: Typed, name: string, range: SourceRange): Typed {
  const refuse = (message: string) => new Refusal('evaluation', message, range);
  if (value.data === null) throw refuse('This value is null: it has no attributes.');
  const { type } = value;
  if (type.kind === 'any') return taint(value, anything);
  if (!isKeyed(type)) throw refuse(noAttributes(value, name));
  if (value.data === undefined) return unknownMember(value, name);
  const found = entriesOf(value).get(name);
  if (found) return secretIf(value.secret, found);
  const noun = type.kind === 'map' ? 'map has no element' : 'object has no attribute';
  throw refuse(`This ${noun} named "${name}".${available(value)}`);
}

/** `value[key]` */
export function elementAt(value: Typed, key: Typed, range: SourceRange): Typed {
  const refuse = (message: string) => new Refusal('evaluation', message, range);
  if (value.data === null) throw refuse('This value is null: it has no elements.');
  if (key.data === null) throw refuse('A null value cannot be the key of an element.');
  if (value.type.kind === 'any' || key.type.kind === 'any') return taint(value, anything);
  if (isKeyed(value.type)) {
    const name = convertIfPossible(key, stringType);
    if (!name) throw refuse(`The key is ${typeText(key.type)}: a string is required.`);
    if (typeof name.data !== 'string' || value.data === undefined) return taint(value, anything);
    return attributeOf(value, name.data, range);
  }
  if (value.type.kind === 'set') throw refuse('The elements of a set have no index.');
  if (!isSequence(value.type)) throw refuse(`This is ${typeText(value.type)}: it has no elements.`);
  return itemAt(value, key, refuse);
}

function itemAt(value: Typed, key: Typed, refuse: (message: string) => Refusal): Typed {
  const index = convertIfPossible(key, numberType);
  if (!index) throw refuse('The index is no number.');
  const num = numOf(index);
  if (!num || value.data === undefined) return taint(value, anything);
  if (!isWhole(num)) throw refuse('An index must be a whole number.');
  const items = itemsOf(value);
  const found = items[Number(truncate(num))];
  if (found) return secretIf(value.secret, found);
  const size = items.length === 1 ? 'is 1 element' : `are ${items.length} elements`;
  throw refuse(`There is no element with this index: there ${size}, counted from 0.`);
}

function unknownMember(value: Typed, name: string): Typed {
  const { type } = value;
  const member =
    type.kind === 'object' ? type.attributes.get(name) : 'element' in type ? type.element : undefined;
  return taint(value, member ? unknownOf(member) : anything);
}

function noAttributes({ type }: Typed, name: string): string {
  if (isPrimitive(type)) return `This is a ${type.kind}: it has no attribute "${name}".`;
  return `This is a ${type.kind}: it has no attribute "${name}". Name one of its elements, as in [0], or all of them with [*].`;
}

/** Names of attributes are no secrets, and there may be few enough to list. */
function available(value: Typed): string {
  const names = [...entriesOf(value).keys()];
  if (names.length === 0) return ' It is empty.';
  return names.length > 10 || value.secret ? '' : ` There is: ${names.join(', ')}.`;
}

function taint(from: Typed, value: Typed): Typed {
  return secretIf(from.secret, value);
}
