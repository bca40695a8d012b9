import { canConvert } from './can-convert.ts';
import { sortTypes } from './order-types.ts';
import { anyType, type ObjectType, sameType, type Tuple, type Type } from './type.ts';

/**
 * The one type that values of all these types can have, as go-cty finds it; undefined when there is none. With something
 * unknown among them the result is unknown too.
 */
export function unify(given: readonly Type[]): Type | undefined {
  const types = unique(given);
  if (types.length < 2) return types[0];
  const kinds = new Set(types.map(({ kind }) => kind));
  const only = (...names: readonly Type['kind'][]) => types.every(({ kind }) => names.includes(kind));
  const structural = ['list', 'set', 'map', 'tuple', 'object'] as const;
  for (const kind of structural) {
    if (kinds.has(kind) && kinds.has('any') && only(kind, 'any')) return anyType;
  }
  for (const kind of ['list', 'set', 'map'] as const) if (only(kind)) return unifyElements(kind, types);
  const mixed = kinds.has('map') && only('map', 'object', 'any') ? unifyAs('object', types) : undefined;
  if (mixed) return mixed;
  const listed = kinds.has('list') && only('list', 'tuple', 'any') ? unifyAs('tuple', types) : undefined;
  if (listed) return listed;
  if (only('object')) return unifyObjects(types as readonly ObjectType[]);
  if (only('tuple')) return unifyTuples(types as readonly Tuple[]);
  if (kinds.has('object') && kinds.has('tuple')) return undefined;
  return preferred(types);
}

function unique(types: readonly Type[]): readonly Type[] {
  const found: Type[] = [];
  for (const type of types) if (!found.some((one) => sameType(one, type))) found.push(type);
  return found;
}

function preferred(types: readonly Type[]): Type | undefined {
  for (const index of sortTypes(types)) {
    const wanted = types[index];
    if (wanted && types.every((type) => sameType(type, wanted) || canConvert(type, wanted))) return wanted;
  }
  return undefined;
}

function unifyElements(kind: 'list' | 'set' | 'map', types: readonly Type[]): Type | undefined {
  const element = unify(types.flatMap((type) => ('element' in type ? [type.element] : [])));
  return element && { kind, element };
}

/** Objects among maps become maps, tuples among lists become lists. */
function unifyAs(kind: 'object' | 'tuple', types: readonly Type[]): Type | undefined {
  const loose = types.filter((type) => type.kind === kind);
  const common =
    kind === 'object'
      ? loose.length === 0
        ? undefined
        : unifyToMap(loose as readonly ObjectType[])
      : unifyToList(loose as readonly Tuple[]);
  if (!common) return undefined;
  const result = unify(types.map((type) => (type.kind === kind ? common : type)));
  return result?.kind === common.kind ? result : undefined;
}

function unifyObjects(types: readonly ObjectType[]): Type | undefined {
  const [first] = types;
  if (!first) return undefined;
  const names = [...first.attributes.keys()];
  const alike = types.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!alike) return unifyToMap(types);
  const attributes = new Map<string, Type>();
  for (const name of names) {
    const type = unify(types.flatMap((one) => one.attributes.get(name) ?? []));
    if (!type) return undefined;
    attributes.set(name, type);
  }
  return { kind: 'object', attributes };
}

function unifyToMap(types: readonly ObjectType[]): Type | undefined {
  const element = unify(types.flatMap(({ attributes }) => [...attributes.values()]));
  return element && { kind: 'map', element };
}

function unifyTuples(types: readonly Tuple[]): Type | undefined {
  const [first] = types;
  if (!first) return undefined;
  if (types.some(({ elements }) => elements.length !== first.elements.length)) return unifyToList(types);
  const elements: Type[] = [];
  for (const index of first.elements.keys()) {
    const type = unify(types.flatMap((one) => one.elements[index] ?? []));
    if (!type) return undefined;
    elements.push(type);
  }
  return { kind: 'tuple', elements };
}

function unifyToList(types: readonly Tuple[]): Type | undefined {
  const element = unify(types.flatMap(({ elements }) => elements));
  return element && { kind: 'list', element };
}
