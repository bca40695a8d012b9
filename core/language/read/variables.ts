import { attempt, plainValue, type Scope } from '../evaluate/index.ts';
import type { TemplateError, Variable } from '../model.ts';
import { walkExpression } from '../syntax/walk-expression.ts';
import { anything, convert, Refusal, secretIf, type Type, type Typed } from '../values/index.ts';
import type { VariableDeclaration } from './declarations.ts';
import { declaredType, typeText } from './declared-type.ts';
import { syntaxAttribute, syntaxText, syntaxValue } from './evaluate-body.ts';
import { type Given, givenValue, type VariableSources } from './given-value.ts';
import { refusalError } from './refusal-error.ts';
import { validationErrors } from './validations.ts';

export interface VariablesRead {
  readonly variables: readonly Variable[];
  readonly values: ReadonlyMap<string, Typed>;
  /** Those that somebody has to give: their default is empty, or asks for an environment variable that is not set. */
  readonly unset: ReadonlySet<string>;
  readonly errors: readonly TemplateError[];
}

interface VariableRead {
  readonly unset: boolean;
  readonly variable: Variable;
  readonly value: Typed;
  readonly errors: readonly TemplateError[];
}

/**
 * Values in Packer's order: default, environment, variable files, then what the command line would say. In legacy JSON
 * a default may name other variables; one that needs itself is unknown.
 */
export function readVariables(
  declarations: readonly VariableDeclaration[],
  sources: VariableSources,
): VariablesRead {
  const declared = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const read = new Map<string, VariableRead | undefined>();
  const variableOf = (name: string): VariableRead | undefined => {
    const declaration = declared.get(name);
    if (!declaration || read.has(name)) return read.get(name);
    read.set(name, undefined);
    const variable = readVariable(declaration, sources, scope);
    read.set(name, variable);
    return variable;
  };
  const scope: Scope = {
    variable: (name) => variableOf(name)?.value ?? anything,
    local: () => anything,
    path: sources.path,
    legacy: sources.legacy,
  };
  const all = declarations.flatMap(({ name }) => variableOf(name) ?? []);
  return {
    variables: all.map(({ variable }) => variable),
    values: new Map(all.map(({ variable, value }) => [variable.name, value])),
    unset: new Set(all.filter(({ unset }) => unset).map(({ variable }) => variable.name)),
    errors: sources.legacy ? [] : all.flatMap(({ errors }) => errors),
  };
}

function readVariable(
  declaration: VariableDeclaration,
  sources: VariableSources,
  scope: Scope,
): VariableRead {
  const { name, body, range } = declaration;
  const written = syntaxAttribute(body, 'type');
  const declaredAs = declaredType(written, sources.parser);
  const preset = defaultOf(declaration, sources, scope);
  const fallback = preset && fitting(preset, declaredAs.type, 'The default');
  const type = impliedType(declaredAs.type, fallback?.value);
  const given = givenValue(declaration, type, { sources, scope });
  const strongest = given ? fitting(given, type, `The value of "${name}"`) : fallback;
  const isSensitive = isSet(declaration, scope);
  const value = secretIf(isSensitive, strongest?.value ?? anything);
  const errors = [declaredAs.error, fallback?.error, given && strongest?.error].filter(
    (one) => one !== undefined,
  );
  const isUnset = !given && asksInVain(declaration, sources);
  const checks = errors.length === 0 && strongest && !isUnset ? { value, range: strongest.range } : undefined;
  return {
    variable: {
      name,
      sensitive: isSensitive,
      type: typeText(written),
      description: syntaxText(body, 'description', scope),
      value: plainValue(value),
      hasDefault: preset !== undefined,
      range,
    },
    value,
    unset: isUnset || (!given && fallback?.value.data === ''),
    errors: [...errors, ...validationErrors(declaration, checks, scope)],
  };
}

/** Whether the default calls `env` for something that is not set. */
function asksInVain({ body }: VariableDeclaration, { env }: VariableSources): boolean {
  const preset = syntaxAttribute(body, 'default');
  if (!preset) return false;
  for (const part of walkExpression(preset.expression)) {
    if (part.kind !== 'call' || part.name !== 'env') continue;
    const [key] = part.args;
    if (key?.kind === 'literal' && env[String(key.value)] === undefined) return true;
  }
  return false;
}

function isSet({ body }: VariableDeclaration, scope: Scope): boolean {
  const flag = syntaxValue(body, 'sensitive', scope);
  return flag.state !== 'unknown' && flag.value === true;
}

function defaultOf(
  { body }: VariableDeclaration,
  { env, legacy }: VariableSources,
  scope: Scope,
): Given | undefined {
  const preset = syntaxAttribute(body, 'default');
  if (!preset) return undefined;
  const constant = legacy ? { ...scope, env } : { ...scope, env, constant: 'The default of a variable' };
  return { ...attempt(preset.expression, constant), range: preset.valueRange };
}

interface Fitting extends Given {
  readonly error?: TemplateError;
}

/** The value as one of this type; what does not fit is unknown. */
function fitting(given: Given, type: Type, what: string): Fitting {
  const { value, refusal, range } = given;
  if (refusal) return { value, range, error: refusalError(refusal, range) };
  try {
    return { value: convert(value, type), range };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const message = `${what} does not fit the type of the variable: ${thrown.message}.`;
    return { value: anything, range, error: { kind: 'type', message, range } };
  }
}

/** Without a type, a variable has the type of its default; an empty list or object says nothing of its elements. */
function impliedType(declared: Type, fallback: Typed | undefined): Type {
  if (declared.kind !== 'any' || !fallback) return declared;
  const { type } = fallback;
  const isEmpty =
    (type.kind === 'tuple' && type.elements.length === 0) ||
    (type.kind === 'object' && type.attributes.size === 0);
  return isEmpty ? declared : type;
}
