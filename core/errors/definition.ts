import type { ExitCode } from './exit-code.ts';

/** One entry of the catalogue: `summary` says what happened, `remedy` what to do next; both read the same context. */
export interface ErrorDefinition<Context> {
  readonly exitCode: ExitCode;
  readonly summary: (context: Context) => string;
  readonly remedy: (context: Context) => string;
}

/** Keeps the context type of each entry, so that a call with a missing field does not compile. */
export function define<Context>(definition: ErrorDefinition<Context>): ErrorDefinition<Context> {
  return definition;
}

/** `a, b and c`, or a word for an empty list. */
export function listed(items: readonly string[], none = 'none'): string {
  if (items.length === 0) return none;
  if (items.length === 1) return String(items[0]);
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
