import { anyType, type Collection, isPrimitive, type ObjectType, sameType, type Type } from './type.ts';
import { unify } from './unify.ts';

/** Whether values of one type may become values of another; single values can still fail, as `"a"` fails to be a number. */
export function canConvert(from: Type, to: Type): boolean {
  if (to.kind === 'any' || from.kind === 'any' || sameType(from, to)) return true;
  if (isPrimitive(from) && isPrimitive(to)) return from.kind === 'string' || to.kind === 'string';
  if (to.kind === 'tuple') {
    if (from.kind !== 'tuple' || from.elements.length !== to.elements.length) return false;
    return from.elements.every((element, index) => canConvert(element, to.elements[index] ?? anyType));
  }
  if (to.kind === 'object') return toObject(from, to);
  return 'element' in to && toCollection(from, to);
}

function toObject(from: Type, to: ObjectType): boolean {
  if (from.kind === 'map') {
    return [...to.attributes].every(
      ([name, type]) => canConvert(from.element, type) || to.optional?.has(name),
    );
  }
  if (from.kind !== 'object') return false;
  return [...to.attributes].every(([name, type]) => {
    const given = from.attributes.get(name);
    return given ? canConvert(given, type) : to.optional?.has(name);
  });
}

function toCollection(from: Type, to: Collection): boolean {
  if (to.kind === 'map') {
    if (from.kind === 'map') return canConvert(from.element, to.element);
    return from.kind === 'object' && allTo([...from.attributes.values()], to.element);
  }
  if (from.kind === 'list' || from.kind === 'set') return canConvert(from.element, to.element);
  return from.kind === 'tuple' && allTo(from.elements, to.element);
}

function allTo(types: readonly Type[], element: Type): boolean {
  if (types.length === 0) return true;
  return element.kind === 'any'
    ? unify(types) !== undefined
    : types.every((type) => canConvert(type, element));
}
