import { evaluate, type Scope, sensitive, unknown } from '../evaluate/index.ts';
import type { Variable } from '../model.ts';
import type { SyntaxAttribute } from '../syntax/document.ts';
import type { Expression } from '../syntax/expression.ts';
import type { Value } from '../value.ts';
import { convertValue, typeName } from './convert-value.ts';
import type { VariableDeclaration } from './declarations.ts';
import { syntaxAttribute, syntaxText, syntaxValue } from './evaluate-body.ts';
import { givenValue, type VariableSources } from './given-value.ts';

/**
 * Values in Packer's order: default, environment, variable files, then what the command line would say. In legacy JSON
 * a default may name other variables; one that needs itself is unknown.
 */
export function readVariables(
  declarations: readonly VariableDeclaration[],
  sources: VariableSources,
): readonly Variable[] {
  const declared = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const read = new Map<string, Variable | undefined>();
  const variableOf = (name: string): Variable | undefined => {
    const declaration = declared.get(name);
    if (!declaration || read.has(name)) return read.get(name);
    read.set(name, undefined);
    const variable = readVariable(declaration, sources, scope);
    read.set(name, variable);
    return variable;
  };
  const scope: Scope = {
    variable: (name) => variableOf(name)?.value ?? unknown,
    local: () => unknown,
    path: sources.path,
  };
  return declarations.flatMap(({ name }) => variableOf(name) ?? []);
}

function readVariable(declaration: VariableDeclaration, sources: VariableSources, scope: Scope): Variable {
  const { name, body, range } = declaration;
  const preset = syntaxAttribute(body, 'default');
  const written = syntaxAttribute(body, 'type');
  const fallback = preset ? evaluate(preset.expression, { ...scope, env: sources.env }) : unknown;
  const type = typeOf(written, sources) ?? impliedType(fallback, preset?.expression);
  const flag = syntaxValue(body, 'sensitive', scope);
  const isSensitive = flag.state !== 'unknown' && flag.value === true;
  const value = convertValue(givenValue(declaration, type, { sources, scope }) ?? fallback, type);
  return {
    name,
    sensitive: isSensitive,
    type: typeText(written),
    description: syntaxText(body, 'description', scope),
    value: isSensitive ? sensitive(value) : value,
    hasDefault: preset !== undefined,
    range,
  };
}

/** JSON templates write the type as a string. */
function typeOf(written: SyntaxAttribute | undefined, { parser }: VariableSources): Expression | undefined {
  const name = written && typeName(written.expression);
  return written?.expression.kind === 'literal' && name
    ? parser.expression(name, written.range)
    : written?.expression;
}

function typeText(written: SyntaxAttribute | undefined): string | undefined {
  return written?.expression.kind === 'literal' ? typeName(written.expression) : written?.text;
}

/** Without a type, a variable has the type of its default. */
function impliedType(value: Value, expression: Expression | undefined): Expression | undefined {
  if (value.state === 'unknown' || value.value === null || !expression) return undefined;
  const kind = Array.isArray(value.value) ? 'tuple' : typeof value.value;
  return { kind: 'name', name: kind === 'boolean' ? 'bool' : kind, range: expression.range };
}
