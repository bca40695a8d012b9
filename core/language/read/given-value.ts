import { evaluate, type Scope, sensitive } from '../evaluate/index.ts';
import type { TextParser } from '../hcl/parse-text.ts';
import type { SyntaxBody } from '../syntax/document.ts';
import type { Expression } from '../syntax/expression.ts';
import type { TemplateSetting } from '../template-setting.ts';
import type { Value } from '../value.ts';
import { typeName } from './convert-value.ts';
import type { VariableDeclaration } from './declarations.ts';
import { syntaxAttribute, syntaxValue } from './evaluate-body.ts';

/** Where the values of variables come from besides their defaults. */
export interface VariableSources {
  /** What `env()` reads. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where `PKR_VAR_` counts: legacy JSON templates do not know it. */
  readonly exported: Readonly<Record<string, string | undefined>>;
  /** Variable files, the strongest last. */
  readonly files: readonly SyntaxBody[];
  readonly setting: TemplateSetting;
  readonly parser: TextParser;
  readonly path: Scope['path'];
}

/** The strongest value from outside, if there is any: environment, variable files, then the command line. */
export function givenValue(
  declaration: VariableDeclaration,
  type: Expression | undefined,
  { sources, scope }: { readonly sources: VariableSources; readonly scope: Scope },
): Value | undefined {
  const { name } = declaration;
  const { setting, files, exported } = sources;
  const fromText = (text: string) => evaluate(textExpression(text, type, { declaration, sources }), scope);
  const secret = setting.secrets[name];
  if (secret !== undefined) return sensitive(fromText(secret));
  const argument = setting.vars[name];
  if (argument !== undefined) return fromText(argument);
  const file = files.findLast((candidate) => syntaxAttribute(candidate, name));
  if (file) return syntaxValue(file, name, scope);
  const variable = exported[`PKR_VAR_${name}`];
  return variable === undefined ? undefined : fromText(variable);
}

const plainTypes: readonly (string | undefined)[] = [undefined, 'string', 'number', 'any'];

/** Packer takes text as it is for strings, numbers and untyped variables, and as an expression for everything else. */
function textExpression(
  text: string,
  type: Expression | undefined,
  { declaration, sources }: { readonly declaration: VariableDeclaration; readonly sources: VariableSources },
): Expression {
  const { range } = declaration;
  if (plainTypes.includes(typeName(type))) return { kind: 'literal', value: text, range };
  return sources.parser.expression(text, range);
}
