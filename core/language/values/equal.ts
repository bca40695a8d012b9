import { numberText } from './number-text.ts';
import { sameType } from './type.ts';
import { childrenOf, entriesOf, itemsOf, numOf, type Typed } from './typed.ts';

/** Whether two values are equal as `==` sees it; undefined when that cannot be told. Values of different types never are. */
export function equal(a: Typed, b: Typed): boolean | undefined {
  if (a.data === undefined || b.data === undefined) return equalUnknown(a, b);
  if (a.data === null || b.data === null) return a.data === b.data;
  const kinds = [a.type.kind, b.type.kind];
  if (!sameType(a.type, b.type)) {
    // A type that holds something unknown may still become the same.
    return kinds[0] === kinds[1] && kinds[0] !== 'string' && (unsure(a) || unsure(b)) ? undefined : false;
  }
  const [x, y] = [numOf(a), numOf(b)];
  if (x && y) return numberText(x) === numberText(y);
  if (typeof a.data !== 'object') return a.data === b.data;
  return a.data instanceof Map ? equalEntries(a, b) : equalItems(itemsOf(a), itemsOf(b));
}

/** Unknown values whose type is known differ from those of another type. */
function equalUnknown(a: Typed, b: Typed): boolean | undefined {
  const certain = a.data !== null && b.data !== null && !unsure(a) && !unsure(b);
  return certain && !sameType(a.type, b.type) ? false : undefined;
}

function unsure(value: Typed): boolean {
  return value.type.kind === 'any' || childrenOf(value).some(unsure);
}

function equalItems(a: readonly Typed[], b: readonly Typed[]): boolean | undefined {
  if (a.length !== b.length) return false;
  return every(a.map((item, index) => equal(item, b[index] ?? item)));
}

function equalEntries(a: Typed, b: Typed): boolean | undefined {
  const [x, y] = [entriesOf(a), entriesOf(b)];
  if (x.size !== y.size || [...x.keys()].some((key) => !y.has(key))) return false;
  return every([...x].map(([key, value]) => equal(value, y.get(key) ?? value)));
}

function every(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}
