import type { Typed } from './typed.ts';

/** The types of HCL: `any` stands for a type that is not known, or may be any. */
export type Type = Primitive | Collection | Tuple | ObjectType;
export interface Primitive {
  readonly kind: 'string' | 'number' | 'bool' | 'any';
}
export interface Collection {
  readonly kind: 'list' | 'set' | 'map';
  readonly element: Type;
}
export interface Tuple {
  readonly kind: 'tuple';
  readonly elements: readonly Type[];
}
export interface ObjectType {
  readonly kind: 'object';
  readonly attributes: ReadonlyMap<string, Type>;
  /** Attributes that a constraint lets one leave out, with what they are then. */
  readonly optional?: ReadonlyMap<string, Typed | undefined>;
}

export const stringType: Primitive = { kind: 'string' };
export const numberType: Primitive = { kind: 'number' };
export const boolType: Primitive = { kind: 'bool' };
export const anyType: Primitive = { kind: 'any' };

export function listType(element: Type): Collection {
  return { kind: 'list', element };
}
export function setType(element: Type): Collection {
  return { kind: 'set', element };
}
export function mapType(element: Type): Collection {
  return { kind: 'map', element };
}

export function isPrimitive(type: Type): boolean {
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';
}

/** Lists, sets and tuples. */
export function isSequence(type: Type): boolean {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'tuple';
}

/** Maps and objects. */
export function isKeyed(type: Type): boolean {
  return type.kind === 'map' || type.kind === 'object';
}

export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if ('element' in a) return a.kind === b.kind && sameType(a.element, (b as Collection).element);
  if (a.kind === 'tuple') {
    if (b.kind !== 'tuple' || a.elements.length !== b.elements.length) return false;
    return a.elements.every((element, index) => sameType(element, b.elements[index] ?? anyType));
  }
  if (a.kind !== 'object') return a.kind === b.kind;
  if (b.kind !== 'object' || a.attributes.size !== b.attributes.size) return false;
  for (const [name, type] of a.attributes) {
    const other = b.attributes.get(name);
    if (!other || !sameType(type, other)) return false;
  }
  return true;
}

/** The type as messages name it. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'any':
      return 'any type';
    case 'list':
    case 'set':
    case 'map':
      return type.element.kind === 'any' ? type.kind : `${type.kind} of ${typeText(type.element)}`;
    default:
      return type.kind;
  }
}

/** Whether a part of the type is not known. */
export function hasAny(type: Type): boolean {
  if (type.kind === 'any') return true;
  if ('element' in type) return hasAny(type.element);
  if (type.kind === 'tuple') return type.elements.some(hasAny);
  return type.kind === 'object' && [...type.attributes.values()].some(hasAny);
}
