import {
  anyType,
  anything,
  convert,
  equal,
  itemsOf,
  list,
  setOf,
  setType,
  type Type,
  type Typed,
  tuple,
  unify,
} from '../../values/index.ts';
import { type FunctionSpec, param, refuse } from './spec.ts';

const anySet = setType(anyType);

export const sets: Readonly<Record<string, FunctionSpec>> = {
  setunion: operation((a, b) => [...a, ...b]),
  setintersection: operation((a, b) => a.filter((item) => b.some((other) => equal(item, other)))),
  setproduct: {
    params: [],
    variadic: param('sets', anyType),
    returns: anyType,
    compute: product,
  },
};

type Combine = (a: readonly Typed[], b: readonly Typed[]) => readonly Typed[];

function operation(combine: Combine): FunctionSpec {
  return {
    params: [param('first_set', anySet)],
    variadic: param('other_sets', anySet),
    returns: anySet,
    compute: (args) => {
      const element = commonElement(args);
      const [first = [], ...rest] = args.map((arg) => itemsOf(convert(arg, setType(element))));
      let items: readonly Typed[] = first;
      for (const other of rest) items = combine(items, other);
      return setOf(items, element);
    },
  };
}

/** Empty sets have no say in the type. */
function commonElement(args: readonly Typed[]): Type {
  const elements = args.flatMap(({ type, data }) => {
    const element = 'element' in type ? type.element : anyType;
    return element.kind === 'any' && Array.isArray(data) && data.length === 0 ? [] : [element];
  });
  if (elements.length === 0) return anyType;
  const type = unify(elements);
  if (!type) throw refuse('the elements of all sets must have one type');
  return type;
}

/** Nobody needs more, and three lists of a thousand would make a billion. */
const largestProduct = 20_000;

function product(args: readonly Typed[]): Typed | undefined {
  if (args.length < 2) throw refuse('at least two sets are required');
  const elements = args.map(({ type }) => elementType(type));
  if (elements.some(({ kind }) => kind === 'any') && args.some((arg) => itemsOf(arg).length > 0))
    return undefined;
  const lists = args.map((arg, index) =>
    itemsOf(arg).map((item) => convert(item, elements[index] ?? anyType)),
  );
  if (lists.reduce((total, items) => total * items.length, 1) > largestProduct) return undefined;
  let rows: readonly (readonly Typed[])[] = [[]];
  for (const items of lists) rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  const element: Type = { kind: 'tuple', elements };
  const tuples = rows.map(tuple);
  return args.some(({ type }) => type.kind === 'set') ? setOf(tuples, element) : list(tuples, element);
}

function elementType(type: Type): Type {
  if (type.kind === 'list' || type.kind === 'set') return type.element;
  if (type.kind !== 'tuple') throw refuse('sets or lists are required');
  const common = type.elements.length === 0 ? anything.type : unify(type.elements);
  if (!common) throw refuse('all elements of a list must have one type');
  return common;
}
