import type { SourceRange } from '../../schema/index.ts';
import type { Conditional } from '../syntax/expression.ts';
import {
  anything,
  boolType,
  convert,
  convertIfPossible,
  placed,
  Refusal,
  secretIf,
  type Type,
  type Typed,
  typeText,
  unify,
  unknownOf,
} from '../values/index.ts';
import { evaluateTyped } from './evaluate-typed.ts';
import { attemptInner, type Inner } from './inner.ts';
import type { Scope } from './scope.ts';

/** `condition ? yes : no`. Both results must have one type; what is wrong with the other result does not matter. */
export function evaluateConditional(expression: Conditional, scope: Scope): Typed {
  const yes = attemptInner(expression.yes, scope);
  const no = attemptInner(expression.no, scope);
  const range = { ...expression.yes.range, end: expression.no.range.end };
  const type = commonType(yes.value, no.value, range);
  const decided = condition(evaluateTyped(expression.condition, scope), expression.condition.range);
  if (typeof decided.data !== 'boolean') return secretIf(decided.secret, unknownOf(type));
  const chosen = decided.data ? yes : no;
  const place = decided.data ? expression.yes.range : expression.no.range;
  return secretIf(
    decided.secret,
    placed(place, () => convert(resultOf(chosen), type)),
  );
}

/** The value as true or false; unknown stays unknown. */
export function condition(value: Typed, range: SourceRange): Typed {
  if (value.data === null)
    throw new Refusal('evaluation', 'The condition is null: it must be true or false.', range);
  if (value.data === undefined && value.type.kind === 'any') return value;
  const result = convertIfPossible(value, boolType);
  if (result) return result;
  throw new Refusal(
    'type',
    `The condition must be true or false, and this is ${typeText(value.type)}.`,
    range,
  );
}

function resultOf({ value, refusal }: Inner): Typed {
  if (refusal) throw refusal;
  return value;
}

function commonType(yes: Typed, no: Typed, range: SourceRange): Type {
  if (isBareNull(yes)) return no.type;
  if (isBareNull(no)) return yes.type;
  if (yes.type.kind === 'any' || no.type.kind === 'any') return anything.type;
  const type = unify([yes.type, no.type]);
  if (type) return type;
  const message = `Both results must have the same type: the first is ${typeText(yes.type)}, the second ${typeText(no.type)}.`;
  throw new Refusal('type', message, range);
}

function isBareNull({ type, data }: Typed): boolean {
  return type.kind === 'any' && data === null;
}
