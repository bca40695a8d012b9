import type { SourceRange } from '../../schema/index.ts';
import type { TemplateError } from '../model.ts';
import type { Refusal } from '../values/index.ts';

/** A refusal as an error of the template; `range` is where it stands when the refusal does not know. */
export function refusalError({ kind, message, range }: Refusal, where: SourceRange): TemplateError {
  return { kind, message: sentence(message), range: range ?? where };
}

function sentence(message: string): string {
  const text = `${message.slice(0, 1).toUpperCase()}${message.slice(1)}`;
  return /[.!?)…]$/.test(text) ? text : `${text}.`;
}
