import type { Expression } from '../syntax/expression.ts';
import {
  count,
  entriesOf,
  isKeyed,
  isSequence,
  itemsOf,
  Refusal,
  type Typed,
  text,
  typeText,
} from '../values/index.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { type Scope, withNames } from './scope.ts';

export interface Loop {
  /** A scope for each element; undefined when the collection is not known. */
  readonly items: readonly Scope[] | undefined;
  readonly secret: boolean;
}

/** What a `for` walks over, with its names bound. */
export function loop(
  { names, collection }: { readonly names: readonly string[]; readonly collection: Expression },
  scope: Scope,
): Loop {
  const value = evaluateTyped(collection, scope);
  if (value.data === null) {
    throw new Refusal('evaluation', 'A null value has no elements to walk over.', collection.range);
  }
  if (value.type.kind !== 'any' && !isSequence(value.type) && !isKeyed(value.type)) {
    throw new Refusal('type', `A ${typeText(value.type)} has no elements to walk over.`, collection.range);
  }
  if (value.data === undefined) return { items: undefined, secret: value.secret };
  const items = pairsOf(value).map((pair) => withNames(scope, bound(names, pair)));
  return { items, secret: value.secret };
}

type Pair = readonly [key: Typed, value: Typed];

function bound(names: readonly string[], [key, value]: Pair): readonly (readonly [string, Typed])[] {
  const [first = '', second] = names;
  return second === undefined
    ? [[first, value]]
    : [
        [first, key],
        [second, value],
      ];
}

/** Keys and values as HCL walks over them: the key of an element of a set is the element. */
export function pairsOf(value: Typed): readonly Pair[] {
  if (isKeyed(value.type)) return [...entriesOf(value)].map(([key, item]) => [text(key), item]);
  const items = itemsOf(value);
  return items.map((item, index) => [value.type.kind === 'set' ? item : count(index), item]);
}
