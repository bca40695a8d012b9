import {
  type Attribute,
  type Expression,
  evaluate,
  isJson,
  type SourceRange,
  scopeOf,
  type Template,
} from 'packer-hybrid/rules';

/** An entry that Packer refuses. */
export interface WrongEntry {
  readonly at: SourceRange;
  /** As written, in quotation marks; what a variable gives is not repeated. */
  readonly entry: string;
  /** What was most likely meant, as written. */
  readonly better: string | undefined;
}

/** Entries of `environment_vars` without a name or without `=`; where an interpolation comes first nothing is certain. */
export function wrongEntries(template: Template, attribute: Attribute | undefined): readonly WrongEntry[] {
  if (attribute?.expression.kind !== 'list') return [];
  return attribute.expression.items.flatMap((item): readonly WrongEntry[] => {
    const head = headOf(template, item);
    if (head === undefined || /^[^=]+=/.test(head)) return [];
    const entry = item.kind === 'literal' ? JSON.stringify(head) : 'this one';
    return [{ at: item.range, entry, better: betterFor(item) }];
  });
}

/** The text up to the first unknown part; undefined where that leaves the sign open. */
function headOf(template: Template, item: Expression): string | undefined {
  if (item.kind === 'literal') return typeof item.value === 'string' ? item.value : undefined;
  const value = evaluate(item, scopeOf(template));
  return value.state === 'unknown' || typeof value.value !== 'string' ? undefined : value.value;
}

function betterFor(item: Expression): string | undefined {
  if (item.kind !== 'literal' || typeof item.value !== 'string' || isJson(item.range)) return undefined;
  const match = /^([A-Za-z_]\w*)\s*[: ]\s*(\S+)$/.exec(item.value);
  return match ? `"${match[1]}=${match[2]}"` : undefined;
}
