import { canConvert } from './can-convert.ts';
import { convertPrimitive } from './convert-primitive.ts';
import { Refusal } from './refusal.ts';
import { setOf } from './sets.ts';
import {
  anyType,
  type Collection,
  isPrimitive,
  type ObjectType,
  sameType,
  type Type,
  typeText,
} from './type.ts';
import { entriesOf, itemsOf, list, map, nullOf, object, secretIf, type Typed, tuple } from './typed.ts';
import { unify } from './unify.ts';

/** The value as one of this type, by HCL's rules; refuses where there is no way. */
export function convert(value: Typed, type: Type): Typed {
  if (type.kind === 'any' || sameType(value.type, type)) return value;
  if (!canConvert(value.type, type)) throw mismatch(value.type, type);
  if (value.data === undefined || value.data === null) return { ...value, type: known(type, value.type) };
  return secretIf(value.secret, convertKnown(value, type));
}

/** A value that may stay as it is when it does not fit. */
export function convertIfPossible(value: Typed, type: Type): Typed | undefined {
  try {
    return convert(value, type);
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
}

function convertKnown(value: Typed, type: Type): Typed {
  if (isPrimitive(type)) return convertPrimitive(value, type);
  if (type.kind === 'tuple') {
    return tuple(itemsOf(value).map((item, index) => convert(item, type.elements[index] ?? anyType)));
  }
  if (type.kind === 'object') return convertObject(value, type);
  return 'element' in type ? convertCollection(value, type) : value;
}

function convertObject(value: Typed, type: ObjectType): Typed {
  const given = entriesOf(value);
  const entries = [...type.attributes].map(([name, wanted]): readonly [string, Typed] => {
    const one = given.get(name);
    const fallback = type.optional?.get(name);
    if (one && !(one.data === null && fallback)) return [name, within(name, () => convert(one, wanted))];
    if (fallback) return [name, convert(fallback, wanted)];
    if (!type.optional?.has(name)) throw new Refusal('type', `the attribute "${name}" is required`);
    return [name, nullOf(wanted)];
  });
  return object(entries);
}

function convertCollection(value: Typed, type: Collection): Typed {
  if (type.kind === 'map') {
    const given = [...entriesOf(value)];
    const element = elementFor(
      given.map(([, item]) => item),
      type.element,
      value.type,
    );
    return map(
      given.map(([name, item]) => [name, within(name, () => convert(item, element))] as const),
      element,
    );
  }
  const given = itemsOf(value);
  const element = elementFor(given, type.element, value.type);
  const items = given.map((item, index) => within(String(index), () => convert(item, element)));
  return type.kind === 'set' ? setOf(items, element) : list(items, element);
}

/**
 * `list(any)` finds the one type that fits all elements. Null among lists or objects fits none; something unknown there
 * leaves the type open.
 */
function elementFor(items: readonly Typed[], element: Type, given: Type): Type {
  if (element.kind !== 'any') return element;
  if (items.length === 0) return 'element' in given ? given.element : element;
  const common = unify(items.map(({ type }) => type));
  const loose = items.filter(({ type }) => type.kind === 'any');
  const isOpen = common?.kind === 'any' && loose.length < items.length;
  if (!common || (isOpen && loose.every(({ data }) => data === null))) {
    throw new Refusal('type', 'all elements must have the same type');
  }
  return common;
}

function known(type: Type, given: Type): Type {
  return type.kind === 'any' ? given : type;
}

function within<T>(step: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    throw new Refusal(
      thrown.kind,
      `${/^\d+$/.test(step) ? `element ${step}` : `"${step}"`}: ${thrown.message}`,
    );
  }
}

function mismatch(from: Type, to: Type): Refusal {
  if (from.kind === 'object' && to.kind === 'object') {
    const missing = [...to.attributes.keys()].filter(
      (name) => !from.attributes.has(name) && !to.optional?.has(name),
    );
    if (missing.length > 0) {
      return new Refusal(
        'type',
        `the attribute${missing.length > 1 ? 's' : ''} ${quoted(missing)} ${missing.length > 1 ? 'are' : 'is'} required`,
      );
    }
  }
  return new Refusal('type', `${typeText(to)} required, but this is ${typeText(from)}`);
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' and ');
}
