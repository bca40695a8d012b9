import { evaluate, type Scope, sensitive, unknown } from '../evaluate/index.ts';
import type { TextParser } from '../hcl/parse-text.ts';
import type { Variable } from '../model.ts';
import type { SyntaxBody } from '../syntax/document.ts';
import type { Expression } from '../syntax/expression.ts';
import type { TemplateSetting } from '../template-setting.ts';
import type { Value } from '../value.ts';
import { convertValue, typeName } from './convert-value.ts';
import type { VariableDeclaration } from './declarations.ts';
import { syntaxAttribute, syntaxText, syntaxValue } from './evaluate-body.ts';

/** Where the values of variables come from besides their defaults. */
export interface VariableSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Variable files, the strongest last. */
  readonly files: readonly SyntaxBody[];
  readonly setting: TemplateSetting;
  readonly parser: TextParser;
  readonly path: Scope['path'];
}

/** Values in Packer's order: default, environment, variable files, then what the command line would say. */
export function readVariables(
  declarations: readonly VariableDeclaration[],
  sources: VariableSources,
): readonly Variable[] {
  return declarations.map((declaration) => readVariable(declaration, sources));
}

function readVariable(declaration: VariableDeclaration, sources: VariableSources): Variable {
  const { name, body, range } = declaration;
  const scope = { ...emptyScope(sources.path), env: sources.env };
  const preset = syntaxAttribute(body, 'default');
  const written = syntaxAttribute(body, 'type');
  const fallback = preset ? evaluate(preset.expression, scope) : unknown;
  const type = written?.expression ?? impliedType(fallback, preset?.expression);
  const flag = syntaxValue(body, 'sensitive', scope);
  const isSensitive = flag.state !== 'unknown' && flag.value === true;
  const given = givenValue(declaration, type, sources) ?? fallback;
  const value = convertValue(given, type);
  return {
    name,
    sensitive: isSensitive,
    type:
      written &&
      (typeName(written.expression) !== undefined && written.expression.kind === 'literal'
        ? typeName(written.expression)
        : written.text),
    description: syntaxText(body, 'description', scope),
    value: isSensitive ? sensitive(value) : value,
    hasDefault: preset !== undefined,
    range,
  };
}

/** The strongest value from outside, if there is any. */
function givenValue(
  { name, range }: VariableDeclaration,
  type: Expression | undefined,
  { setting, files, env, parser, path }: VariableSources,
): Value | undefined {
  const fromText = (text: string) =>
    evaluate(
      textExpression(text, type, (code) => parser.expression(code, range)),
      emptyScope(path),
    );
  const secret = setting.secrets[name];
  if (secret !== undefined) return sensitive(fromText(secret));
  const argument = setting.vars[name];
  if (argument !== undefined) return fromText(argument);
  const entry = files.findLast((file) => syntaxAttribute(file, name));
  if (entry) return syntaxValue(entry, name, emptyScope(path));
  const exported = env[`PKR_VAR_${name}`];
  return exported === undefined ? undefined : fromText(exported);
}

/** Packer takes text as it is for strings, numbers and untyped variables, and as an expression for everything else. */
function textExpression(
  text: string,
  type: Expression | undefined,
  parse: (code: string) => Expression,
): Expression {
  const range = {
    file: '',
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: 0 },
  };
  const name = typeName(type);
  if (name === undefined || name === 'string' || name === 'number' || name === 'any')
    return { kind: 'literal', value: text, range };
  return parse(text);
}

/** Without a type, a variable has the type of its default. */
function impliedType(value: Value, expression: Expression | undefined): Expression | undefined {
  if (value.state === 'unknown' || value.value === null || !expression) return undefined;
  const names = {
    string: 'string',
    number: 'number',
    boolean: 'bool',
    object: Array.isArray(value.value) ? 'tuple' : 'object',
  };
  return { kind: 'name', name: names[typeof value.value as keyof typeof names], range: expression.range };
}

function emptyScope(path: Scope['path']): Scope {
  return { variable: () => unknown, local: () => unknown, path };
}
