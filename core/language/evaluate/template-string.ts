import type { Expression, TemplateIf, TemplateString } from '../syntax/expression.ts';
import type { Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { asText, combine, taintedBy, unknown } from './outcome.ts';
import type { Scope } from './scope.ts';

/** A string with interpolations; one that is nothing but an interpolation keeps the type of what it names. */
export function evaluateTemplate({ parts }: TemplateString, scope: Scope): Value {
  const [only] = parts;
  if (parts.length === 1 && only && only.kind !== 'template-if') return evaluate(only, scope);
  return joined(parts, scope);
}

function joined(parts: readonly Expression[], scope: Scope): Value {
  const values = parts.map((part) =>
    part.kind === 'template-if' ? evaluateIf(part, scope) : evaluate(part, scope),
  );
  return combine(values, (plain) => {
    const texts = plain.map(asText);
    return texts.includes(undefined) ? undefined : texts.join('');
  });
}

function evaluateIf({ condition, yes, no }: TemplateIf, scope: Scope): Value {
  const decided = evaluate(condition, scope);
  if (decided.state === 'unknown' || typeof decided.value !== 'boolean') return unknown;
  return taintedBy(decided, joined(decided.value ? yes : no, scope));
}
