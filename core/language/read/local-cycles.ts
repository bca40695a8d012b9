import type { TemplateError } from '../model.ts';
import { walkExpression } from '../syntax/walk-expression.ts';
import type { LocalDeclaration } from './declarations.ts';

/**
 * Locals that need themselves, and locals that name others which are not declared. Packer looks for both before it
 * computes anything, so that a branch which is never taken counts as well.
 */
export function localErrors(declarations: readonly LocalDeclaration[]): readonly TemplateError[] {
  const uses = new Map(declarations.map((local) => [local.name, usedBy(local)]));
  const missing = declarations.flatMap((local) => missingErrors(local, uses));
  // With a name that is declared twice, a circle may only seem to be one.
  return uses.size < declarations.length ? missing : [...missing, ...cycles(declarations, uses)];
}

type Uses = ReadonlyMap<string, readonly string[]>;

function usedBy({ value }: LocalDeclaration): readonly string[] {
  return value ? [...new Set([...localsIn(value.expression)].map(({ name }) => name))] : [];
}

function* localsIn(expression: Parameters<typeof walkExpression>[0]) {
  for (const part of walkExpression(expression)) {
    if (part.kind === 'attribute' && part.target.kind === 'name' && part.target.name === 'local') yield part;
  }
}

function missingErrors({ value }: LocalDeclaration, uses: Uses): readonly TemplateError[] {
  if (!value || bindsLocal(value.expression)) return [];
  return [...localsIn(value.expression)]
    .filter(({ name }) => !uses.has(name))
    .map(({ name, range }) => ({
      kind: 'reference',
      message: `The local "${name}" is not declared: add it to a locals block.`,
      range,
    }));
}

/** A loop whose own name is `local` hides the real ones. */
function bindsLocal(expression: Parameters<typeof walkExpression>[0]): boolean {
  for (const part of walkExpression(expression)) {
    if ((part.kind === 'for' || part.kind === 'template-for') && part.names.includes('local')) return true;
  }
  return false;
}

function cycles(declarations: readonly LocalDeclaration[], uses: Uses): readonly TemplateError[] {
  const state = new Map<string, 'open' | 'done'>();
  const errors: TemplateError[] = [];
  const path: string[] = [];
  const visit = (name: string) => {
    if (state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      errors.push(...cycleError(declarations, [...path.slice(path.indexOf(name)), name]));
      return;
    }
    state.set(name, 'open');
    path.push(name);
    for (const next of uses.get(name) ?? []) visit(next);
    path.pop();
    state.set(name, 'done');
  };
  for (const { name } of declarations) visit(name);
  return errors;
}

function cycleError(
  declarations: readonly LocalDeclaration[],
  names: readonly string[],
): readonly TemplateError[] {
  const [first = ''] = names;
  const local = declarations.find(({ name }) => name === first);
  const way = names.map((name) => `local.${name}`).join(' → ');
  return local
    ? [{ kind: 'reference', message: `The local "${first}" needs itself: ${way}.`, range: local.range }]
    : [];
}
