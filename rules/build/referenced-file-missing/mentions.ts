import { type Expression, evaluate, scopeOf, type Template } from 'packer-hybrid/rules';

/** A path in an expression, with its place. */
export interface Mention {
  readonly path: string;
  readonly expression: Expression;
}

/** Functions that read one file below the template's folder. */
const readers: ReadonlySet<string> = new Set(['file', 'filebase64', 'templatefile']);
/** Functions around a reader that live with a missing file. */
const tolerant: ReadonlySet<string> = new Set(['try', 'can', 'fileexists']);

/** Files that functions in an expression read for certain: not those in the branch of a condition that is open. */
export function readFiles(template: Template, expression: Expression): readonly Mention[] {
  const inner = (part: Expression) => readFiles(template, part);
  switch (expression.kind) {
    case 'conditional': {
      const decided = evaluate(expression.condition, scopeOf(template));
      if (decided.state === 'unknown') return [];
      return inner(decided.value === true ? expression.yes : expression.no);
    }
    case 'call': {
      if (tolerant.has(expression.name)) return [];
      const [first] = expression.args;
      const own = readers.has(expression.name) && first ? knownPaths(template, first) : [];
      return [...own, ...expression.args.flatMap(inner)];
    }
    case 'template':
      return expression.parts.flatMap(inner);
    case 'list':
      return expression.items.flatMap(inner);
    case 'object':
      return expression.entries.flatMap(({ value }) => inner(value));
    default:
      return [];
  }
}

/** The paths that an expression comes to: of a list, each item in its own place. */
export function knownPaths(template: Template, expression: Expression): readonly Mention[] {
  if (expression.kind === 'list') return expression.items.flatMap((item) => knownPaths(template, item));
  const value = evaluate(expression, scopeOf(template));
  if (value.state !== 'known') return [];
  const paths: readonly unknown[] = Array.isArray(value.value) ? value.value : [value.value];
  return paths.flatMap((path) => (typeof path === 'string' && path !== '' ? [{ path, expression }] : []));
}
