import type { Expression, ObjectEntry } from '../syntax/expression.ts';
import {
  anyType,
  boolType,
  fromJson,
  numberType,
  Refusal,
  stringType,
  type Type,
  type Typed,
} from '../values/index.ts';

const words: Readonly<Record<string, Type>> = {
  string: stringType,
  number: numberType,
  bool: boolType,
  any: anyType,
};
const collections: readonly string[] = ['list', 'set', 'map'];

/** A type as it is written: `list(string)`, `object({ name = string, size = optional(number, 1) })`. */
export function readType(written: Expression): Type {
  if (written.kind === 'name') {
    const type = words[written.name];
    if (type) return type;
    if (collections.includes(written.name)) {
      throw invalid(
        written,
        `"${written.name}" needs the type of its elements, as in ${written.name}(string).`,
      );
    }
    throw invalid(written, `"${written.name}" is not a type.`);
  }
  if (written.kind !== 'call') throw invalid(written, 'This is not a type.');
  const [inner] = written.args;
  if (!inner || written.args.length > 1) throw invalid(written, `${written.name}(…) takes one type.`);
  if (collections.includes(written.name)) return { kind: written.name as 'list', element: readType(inner) };
  if (written.name === 'tuple' && inner.kind === 'list')
    return { kind: 'tuple', elements: inner.items.map(readType) };
  if (written.name === 'object' && inner.kind === 'object') return objectType(inner.entries);
  throw invalid(written, `"${written.name}" does not make a type of this.`);
}

function objectType(entries: readonly ObjectEntry[]): Type {
  const attributes = new Map<string, Type>();
  const optional = new Map<string, Typed | undefined>();
  for (const { key, value } of entries) {
    if (key.kind !== 'literal' || typeof key.value !== 'string')
      throw invalid(key, 'A name is required here.');
    const isOptional = value.kind === 'call' && value.name === 'optional';
    const [inner, fallback] = isOptional ? value.args : [value];
    if (!inner) throw invalid(value, 'optional(…) takes a type.');
    attributes.set(key.value, readType(inner));
    if (isOptional) optional.set(key.value, fallback && literalOf(fallback));
  }
  return optional.size > 0 ? { kind: 'object', attributes, optional } : { kind: 'object', attributes };
}

/** Defaults are literals; of others nothing is known. */
function literalOf(expression: Expression): Typed | undefined {
  return expression.kind === 'literal'
    ? fromJson(expression.value)
    : { type: anyType, data: undefined, secret: false };
}

function invalid({ range }: Expression, message: string): Refusal {
  const known = 'Types are string, number, bool, any, list(…), set(…), map(…), tuple([…]) and object({…}).';
  return new Refusal('type', `${message} ${known}`, range);
}
