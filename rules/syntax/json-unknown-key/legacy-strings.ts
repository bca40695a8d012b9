import {
  type Expression,
  nearTo,
  type SourceRange,
  type Template,
  walkExpression,
} from 'packer-hybrid/rules';
import type { Named } from './builder-names.ts';
import { propertiesOf } from './legacy-objects.ts';

/**
 * User variables that neither the template nor its variable files know. Templates are often split over variable files that
 * only the command line names: where none is known, just a slip of a declared name is certain.
 */
export function undeclaredVariables(root: Expression, { variables, files }: Template): readonly Named[] {
  const elsewhere = files.filter(({ role }) => role === 'variables').map(({ text }) => text);
  const declared = variables.map(({ name }) => name);
  const found = new Map<string, Named>();
  for (const expression of walkExpression(root)) {
    if (expression.kind !== 'attribute' || expression.target.kind !== 'name') continue;
    const { name, target, range } = expression;
    if (target.name !== 'var' || found.has(name) || declared.includes(name)) continue;
    const isCertain =
      elsewhere.length === 0
        ? nearTo(name, declared) !== undefined && name.length > 4
        : !elsewhere.some((text) => text.includes(`"${name}"`));
    if (isCertain) found.set(name, { at: range, name });
  }
  return [...found.values()];
}

/** A reference as HCL writes it. */
export interface HclString {
  readonly at: SourceRange;
  readonly text: string;
  readonly better: string;
}

/** Where HCL's references stand in strings that Packer reads; what a shell will read is no HCL. */
export function hclStrings(root: Expression): readonly HclString[] {
  const found = propertiesOf(root)
    .filter(({ name }) => !name.startsWith('_') && name !== 'description')
    .flatMap(({ value }) => [...walkExpression(value)]);
  return found.flatMap((expression): readonly HclString[] => {
    if (expression.kind !== 'literal' || typeof expression.value !== 'string') return [];
    const match = /\$\{(var|local|path|build|source)\.([\w-]+)[^}]*\}/.exec(expression.value);
    if (!match) return [];
    const [text, kind, name = ''] = match;
    return [{ at: expression.range, text, better: betterFor(kind, name) }];
  });
}

function betterFor(kind: string | undefined, name: string): string {
  if (kind === 'path') return name === 'cwd' ? '{{pwd}}' : '{{template_dir}}';
  if (kind === 'build') return `{{build \`${name}\`}}`;
  if (kind === 'source') return name === 'type' ? '{{build_type}}' : '{{build_name}}';
  return `{{user \`${name}\`}}`;
}
