import { readType } from '../evaluate/index.ts';
import type { TextParser } from '../hcl/parse-text.ts';
import type { TemplateError } from '../model.ts';
import type { SyntaxAttribute } from '../syntax/document.ts';
import type { Expression } from '../syntax/expression.ts';
import { anyType, Refusal, type Type } from '../values/index.ts';
import { refusalError } from './refusal-error.ts';

export interface DeclaredType {
  readonly type: Type;
  readonly error?: TemplateError;
}

/** The type of a variable as its block says it; JSON templates write it as a string. */
export function declaredType(written: SyntaxAttribute | undefined, parser: TextParser): DeclaredType {
  if (!written) return { type: anyType };
  const expression = typeExpression(written, parser);
  if (expression.kind === 'broken') return { type: anyType };
  try {
    return { type: readType(expression) };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return { type: anyType, error: refusalError(thrown, written.valueRange) };
  }
}

/** As written, without the quotation marks of JSON. */
export function typeText(written: SyntaxAttribute | undefined): string | undefined {
  const { expression, text } = written ?? {};
  return expression?.kind === 'literal' && typeof expression.value === 'string' ? expression.value : text;
}

function typeExpression({ expression, range }: SyntaxAttribute, parser: TextParser): Expression {
  return expression.kind === 'literal' && typeof expression.value === 'string'
    ? parser.expression(expression.value, range)
    : expression;
}
