import type { Expression, SourceRange, Template, Variable } from 'packer-hybrid/rules';
import { isHarmlessName, isHashName, isSecretName } from './secret-name.ts';

/** A variable that an expression uses, itself or through locals. */
export interface VariableUse {
  readonly name: string;
  /** Undefined when the template does not declare it. */
  readonly variable: Variable | undefined;
  /** The reference as it stands in the expression that was asked about. */
  readonly range: SourceRange;
  /** Names of the functions around it, outermost first. */
  readonly functions: readonly string[];
}

type Reference = { readonly root: string; readonly name: string };

/** `var.name`, `local.name`, `build.Name`, also alone in a string; undefined for everything else. */
export function referenceOf(expression: Expression): Reference | undefined {
  if (expression.kind === 'template' && expression.parts.length === 1) {
    return expression.parts[0] && referenceOf(expression.parts[0]);
  }
  if (expression.kind === 'attribute' && expression.target.kind === 'name') {
    return { root: expression.target.name, name: expression.name };
  }
  if (expression.kind !== 'index' || expression.target.kind !== 'name') return undefined;
  const { key } = expression;
  return key.kind === 'literal' && typeof key.value === 'string'
    ? { root: expression.target.name, name: key.value }
    : undefined;
}

/** The variables whose values become part of the expression's; what only decides a condition does not. */
export function variableUses(template: Template, expression: Expression): readonly VariableUse[] {
  return usesIn({ template, seen: [], functions: [] }, expression);
}

/** Uses of variables that hold secrets, hashes left out. */
export function secretUses(template: Template, expression: Expression): readonly VariableUse[] {
  return variableUses(template, expression).filter(holdsSecret);
}

/** Whether the variable is a secret by its name, or marked as sensitive without being a mere name or address. */
export function holdsSecret({ name, variable }: Pick<VariableUse, 'name' | 'variable'>): boolean {
  if (isHashName(name) || variable?.type === 'bool' || variable?.type === 'number') return false;
  if (/\bpublic key/i.test(variable?.description ?? '')) return false;
  return isSecretName(name) || (variable?.sensitive === true && !isHarmlessName(name));
}

interface Search {
  readonly template: Template;
  readonly seen: readonly string[];
  readonly functions: readonly string[];
}

function usesIn(search: Search, expression: Expression): readonly VariableUse[] {
  const reference = referenceOf(expression);
  if (reference?.root === 'var') return [useOf(search, reference.name, expression.range)];
  if (reference?.root === 'local') return localUses(search, reference.name, expression.range);
  const deeper =
    expression.kind === 'call' ? { ...search, functions: [...search.functions, expression.name] } : search;
  return partsOf(expression).flatMap((part) => usesIn(deeper, part));
}

function useOf({ template, functions }: Search, name: string, range: SourceRange): VariableUse {
  const variable = template.variables.find((one) => one.name === name);
  return { name, variable, range, functions };
}

function localUses(search: Search, name: string, range: SourceRange): readonly VariableUse[] {
  const local = search.seen.includes(name)
    ? undefined
    : search.template.locals.find((one) => one.name === name);
  if (!local) return [];
  const inside = usesIn({ ...search, seen: [...search.seen, name] }, local.expression);
  return inside.map((use) => ({ ...use, range }));
}

/** Parts whose values go into the whole. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'template':
      return expression.parts;
    case 'template-if':
      return [...expression.yes, ...expression.no];
    case 'template-for':
      return [expression.collection, ...expression.parts];
    case 'attribute':
    case 'index':
    case 'splat':
      return [expression.target];
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.map(({ value }) => value);
    case 'call':
      return expression.args;
    case 'conditional':
      return [expression.yes, expression.no];
    case 'for':
      return [expression.collection, expression.result];
    default:
      return [];
  }
}
