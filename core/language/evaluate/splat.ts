import type { Splat } from '../syntax/expression.ts';
import {
  anything,
  isSequence,
  itemsOf,
  list,
  Refusal,
  secretIf,
  type Typed,
  text,
  tuple,
} from '../values/index.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { attributeOf, elementAt } from './member.ts';
import type { Scope } from './scope.ts';

/** `value[*].a`: one result for each element; a single value counts as a list of one, null as an empty one. */
export function evaluateSplat(splat: Splat, scope: Scope): Typed {
  return inEach(evaluateTyped(splat.target, scope), splat.depth ?? 0, (value) => walked(value, splat, scope));
}

/** Goes into the results of the `[*]` before this one. */
function inEach(value: Typed, depth: number, work: (value: Typed) => Typed): Typed {
  if (depth === 0) return work(value);
  if (value.data === undefined) return secretIf(value.secret, anything);
  const results = itemsOf(value).map((item) => inEach(item, depth - 1, work));
  return secretIf(value.secret, value.type.kind === 'tuple' ? tuple(results) : listOf(results));
}

function walked(value: Typed, { target, path, range }: Splat, scope: Scope): Typed {
  const single = !isSequence(value.type);
  if (value.data === null) {
    if (single) return tuple([]);
    throw new Refusal('evaluation', 'A null value has no elements to walk over with *.', target.range);
  }
  if (value.data === undefined) return secretIf(value.secret, anything);
  const step = (item: Typed) => {
    let current = item;
    for (const part of path) {
      current =
        typeof part === 'string'
          ? attributeOf(current, part, range)
          : elementAt(current, evaluateTyped(part, scope), range);
    }
    return current;
  };
  const results = (single ? [value] : itemsOf(value)).map(step);
  return secretIf(value.secret, value.type.kind === 'tuple' || single ? tuple(results) : listOf(results));
}

function listOf(results: readonly Typed[]): Typed {
  const [first] = results;
  return first ? list(results) : list([], text('').type);
}
