import type { Body } from 'packer-hybrid/rules';
import { type Problem, placeOf, valuePlace } from './problem.ts';
import { isSet, isUnset, shownValue } from './settings.ts';

/** Two settings of which the plugin takes only one; it is reported at the second. */
export function together<Id extends string>(
  body: Body,
  id: Id,
  [first, second]: readonly [string, string],
): readonly Problem<Id>[] {
  if (!isSet(body, first) || !isSet(body, second)) return [];
  return [{ id, at: placeOf(body, second), data: { first, second } }];
}

/** Several settings of which the plugin takes only one; every one after the first is reported. */
export function onlyOneOf<Id extends string>(
  body: Body,
  id: Id,
  names: readonly string[],
): readonly Problem<Id>[] {
  const [first = '', ...rest] = names.filter((name) => isSet(body, name));
  return rest.map((second) => ({ id, at: placeOf(body, second), data: { first, second } }));
}

/** A setting without others that it needs. */
export function lacks<Id extends string>(
  body: Body,
  id: Id,
  [name, ...needed]: readonly [string, ...string[]],
): readonly Problem<Id>[] {
  const missing = needed.filter((one) => isUnset(body, one));
  if (!isSet(body, name) || missing.length === 0) return [];
  return [{ id, at: placeOf(body, name), data: { name, missing: quoted(missing) } }];
}

export interface Choice {
  readonly name: string;
  readonly allowed: readonly string[];
  readonly ignoreCase?: boolean;
}

/** A text that is not among those that the plugin knows. */
export function notAmong<Id extends string>(
  body: Body,
  id: Id,
  { name, allowed, ignoreCase }: Choice,
): readonly Problem<Id>[] {
  const value = shownValue(body, name);
  if (typeof value !== 'string' || value === '') return [];
  const same = (one: string) => (ignoreCase ? one.toLowerCase() === value.toLowerCase() : one === value);
  if (allowed.some(same)) return [];
  return [{ id, at: valuePlace(body, name), data: { name, value, allowed: allowed.join(', ') } }];
}

/** `"a", "b" and "c"` */
export function quoted(names: readonly string[], last = 'and'): string {
  const marked = names.map((name) => `"${name}"`);
  if (marked.length < 2) return marked.join('');
  return `${marked.slice(0, -1).join(', ')} ${last} ${marked.at(-1)}`;
}
