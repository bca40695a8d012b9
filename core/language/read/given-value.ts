import type { SourceRange } from '../../schema/index.ts';
import { attempt, type Scope } from '../evaluate/index.ts';
import type { TextParser } from '../hcl/parse-text.ts';
import type { SyntaxBody } from '../syntax/document.ts';
import type { TemplateSetting } from '../template-setting.ts';
import { type Refusal, secretIf, type Type, type Typed, text } from '../values/index.ts';
import type { VariableDeclaration } from './declarations.ts';
import { syntaxAttribute } from './evaluate-body.ts';

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
  readonly legacy: boolean;
}

/** A value from outside with its place; what comes from no file stands at the declaration. */
export interface Given {
  readonly value: Typed;
  readonly refusal?: Refusal;
  readonly range: SourceRange;
}

/** The strongest value from outside, if there is any: environment, variable files, then the command line. */
export function givenValue(
  { name, range }: VariableDeclaration,
  type: Type,
  { sources, scope }: { readonly sources: VariableSources; readonly scope: Scope },
): Given | undefined {
  const { setting, files, exported } = sources;
  const fromText = (written: string): Given => ({
    ...readText(written, type, { sources, scope, range }),
    range,
  });
  const secret = setting.secrets[name];
  if (secret !== undefined) {
    const given = fromText(secret);
    return { ...given, value: secretIf(true, given.value) };
  }
  const argument = setting.vars[name];
  if (argument !== undefined) return fromText(argument);
  const written = files.map((file) => syntaxAttribute(file, name)).findLast(Boolean);
  if (written) {
    const constant = sources.legacy ? scope : { ...scope, constant: 'A variable file' };
    return { ...attempt(written.expression, constant), range: written.valueRange };
  }
  const variable = exported[`PKR_VAR_${name}`];
  return variable === undefined ? undefined : fromText(variable);
}

interface Reading {
  readonly sources: VariableSources;
  readonly scope: Scope;
  readonly range: SourceRange;
}

/** Packer takes text as it is for strings, numbers and untyped variables, and as an expression for everything else. */
function readText(written: string, type: Type, { sources, scope, range }: Reading) {
  if (['string', 'number', 'any'].includes(type.kind)) return { value: text(written) };
  return attempt(sources.parser.expression(written, range), {
    ...scope,
    constant: 'The value of a variable',
  });
}
