import { attempt, plainValue, type Scope } from '../evaluate/index.ts';
import type { TemplateError } from '../model.ts';
import type { Expression } from '../syntax/expression.ts';
import { refusalError } from './refusal-error.ts';

export interface SourceReference {
  readonly type: string;
  readonly name: string;
}

/** `source.type.name`, `sources.type.name` or `type.name`, as Packer splits it. */
export function parseSourceReference(text: string): SourceReference | undefined {
  const parts = text.split('.');
  const [type, name] = parts.length > 2 ? parts.slice(1) : parts;
  return type && name ? { type, name } : undefined;
}

/** The text of an entry of `sources`, written as a string or as a bare reference; undefined when only Packer knows. */
export function sourceReferenceText(
  expression: Expression,
  scope: Scope,
  errors?: TemplateError[],
): string | undefined {
  const bare = traversalOf(expression);
  if (bare && /^sources?\./.test(bare)) return bare;
  const { value: typed, refusal } = attempt(expression, scope);
  if (refusal) errors?.push(refusalError(refusal, expression.range));
  const value = plainValue(typed);
  return value.state !== 'unknown' && typeof value.value === 'string' ? value.value : undefined;
}

function traversalOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'attribute') return undefined;
  const target = traversalOf(expression.target);
  return target && `${target}.${expression.name}`;
}
