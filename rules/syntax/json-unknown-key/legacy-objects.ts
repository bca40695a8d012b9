import type { Expression, SourceRange } from 'packer-hybrid/rules';

type ObjectLiteral = Extract<Expression, { kind: 'object' }>;

/** A property of a JSON object with its place. */
export interface Property {
  readonly name: string;
  readonly keyRange: SourceRange;
  readonly value: Expression;
}

export function propertiesOf(object: Expression | undefined): readonly Property[] {
  if (object?.kind !== 'object') return [];
  return object.entries.flatMap(({ key, value }) =>
    key.kind === 'literal' ? [{ name: String(key.value), keyRange: key.range, value }] : [],
  );
}

export function propertyOf(object: Expression | undefined, name: string): Property | undefined {
  return propertiesOf(object).findLast((property) => property.name === name);
}

/** The objects of a list property, also of lists inside it, as chains of post-processors are written. */
export function objectsIn(object: Expression, name: string): readonly ObjectLiteral[] {
  const list = propertyOf(object, name)?.value;
  return list ? objects(list) : [];
}

function objects(expression: Expression): readonly ObjectLiteral[] {
  if (expression.kind === 'object') return [expression];
  return expression.kind === 'list' ? expression.items.flatMap(objects) : [];
}

/** The text of a string without functions in it. */
export function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string'
    ? expression.value
    : undefined;
}
