import type { Expression, SourceRange, Template } from 'packer-hybrid/rules';

/** A time with colons in an expression. */
export interface BareTimestamp {
  readonly what: string;
  /** Where it stands, unless it comes by way of a local. */
  readonly at: SourceRange | undefined;
  readonly isCall: boolean;
}

/** Functions that hand a text on with its colons. */
const passing = new Set([
  'lower',
  'upper',
  'title',
  'format',
  'join',
  'trimspace',
  'trim',
  'tostring',
  'coalesce',
]);
const isoTime = /\{\{\s*-?\s*isotime\s*-?\s*\}\}/;

/** A call of `timestamp()` whose result reaches the text unchanged, or `{{isotime}}` without a format. */
export function bareTimestamp(
  template: Template,
  expression: Expression,
  seen: readonly string[] = [],
): BareTimestamp | undefined {
  const inner = (parts: readonly Expression[]) =>
    firstOf(parts, (part) => bareTimestamp(template, part, seen));
  if (expression.kind === 'literal') return isoTimeIn(expression);
  if (expression.kind === 'template') return inner(expression.parts);
  if (expression.kind === 'conditional') return inner([expression.yes, expression.no]);
  if (expression.kind === 'call') {
    if (expression.name === 'timestamp') return { what: 'timestamp()', at: expression.range, isCall: true };
    return passing.has(expression.name) ? inner(expression.args) : undefined;
  }
  const name = localName(expression);
  const local = template.locals.find((candidate) => candidate.name === name);
  if (!local || name === undefined || seen.includes(name)) return undefined;
  const found = bareTimestamp(template, local.expression, [...seen, name]);
  return found && { ...found, at: undefined };
}

function isoTimeIn(expression: Expression & { readonly kind: 'literal' }): BareTimestamp | undefined {
  const isFound = typeof expression.value === 'string' && isoTime.test(expression.value);
  return isFound ? { what: '{{isotime}}', at: expression.range, isCall: false } : undefined;
}

function localName(expression: Expression): string | undefined {
  if (expression.kind !== 'attribute' || expression.target.kind !== 'name') return undefined;
  return expression.target.name === 'local' ? expression.name : undefined;
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}
