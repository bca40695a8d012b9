import type { Expression, TemplateFor, TemplateIf, TemplateString } from '../syntax/expression.ts';
import {
  convertIfPossible,
  Refusal,
  secretIf,
  stringType,
  type Typed,
  text,
  typeText,
  unknownOf,
} from '../values/index.ts';
import { condition } from './conditional.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { attemptInner } from './inner.ts';
import { loop } from './loop.ts';
import type { Scope } from './scope.ts';

/** A string with interpolations; one that is nothing but an interpolation keeps the type of what it names. */
export function evaluateTemplate({ parts, wraps }: TemplateString, scope: Scope): Typed {
  const [only] = parts;
  if (only && parts.length === 1 && wraps !== false) return evaluateTyped(only, scope);
  return joined(parts, scope);
}

/** `%{ if … }`: what is wrong with the branch that is left out does not matter. */
export function evaluateTemplateIf(expression: TemplateIf, scope: Scope): Typed {
  const decided = condition(evaluateTyped(expression.condition, scope), expression.condition.range);
  if (typeof decided.data !== 'boolean') return secretIf(decided.secret, unknownOf(stringType));
  return secretIf(decided.secret, joined(decided.data ? expression.yes : expression.no, scope));
}

/** `%{ for … }` */
export function evaluateTemplateFor({ names, collection, parts }: TemplateFor, scope: Scope): Typed {
  const rounds = loop({ names, collection }, scope);
  if (!rounds.items) return secretIf(rounds.secret, unknownOf(stringType));
  const texts = rounds.items.map((inner) => joined(parts, inner));
  return secretIf(rounds.secret, concatenated(texts));
}

function joined(parts: readonly Expression[], scope: Scope): Typed {
  return concatenated(parts.map((part) => partText(part, scope)));
}

function concatenated(texts: readonly Typed[]): Typed {
  const secret = texts.some((one) => one.secret);
  if (texts.some(({ data }) => data === undefined)) return secretIf(secret, unknownOf(stringType));
  return secretIf(secret, text(texts.map(({ data }) => data).join('')));
}

function partText(part: Expression, scope: Scope): Typed {
  const { value, refusal } = attemptInner(part, scope);
  if (refusal) throw refusal;
  if (value.data === null) {
    throw new Refusal('evaluation', 'A null value cannot stand in a string.', part.range);
  }
  const result = convertIfPossible(value, stringType);
  if (result) return result.data === undefined ? secretIf(value.secret, unknownOf(stringType)) : result;
  throw new Refusal(
    'type',
    `A ${typeText(value.type)} cannot stand in a string: write jsonencode(…), join(…) or one of its elements.`,
    part.range,
  );
}
