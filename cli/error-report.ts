import { asHybridError, type ErrorRecord, type HybridError } from '../core/errors/index.ts';
import type { Host } from './invocation.ts';
import { type Style, styleFor } from './style.ts';

/** The one document that `--format json` prints when there is nothing else to print. */
export function errorDocument(error: HybridError): { version: 1; error: ErrorRecord } {
  return { version: 1, error: error.toJSON() };
}

/** What a person reads: what happened, what to do, and with `--debug` where it came from. */
export function renderError(error: HybridError, style: Style, debug: boolean): string {
  const { signs } = style;
  const lines = [
    `${style.red(`${signs.fail} ${error.code}`)} ${error.message}`,
    `  ${style.cyan(signs.next)} ${error.remedy}`,
  ];
  if (debug) lines.push(...traces(error).map(style.dim));
  return lines.join('\n');
}

function traces(error: HybridError): readonly string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  for (let cause: unknown = error; cause instanceof Error && !seen.has(cause); cause = cause.cause) {
    seen.add(cause);
    found.push(cause.stack ?? cause.message);
  }
  return found;
}

export interface ErrorReportOptions {
  readonly format: string | undefined;
  readonly debug: boolean;
  readonly noColor: boolean;
}

/** Tells whoever asked what went wrong: people on standard error, programs in one document; answers with the exit code. */
export function reportError(cause: unknown, { output, env }: Host, options: ErrorReportOptions): number {
  const error = asHybridError(cause);
  if (options.format === 'json') output.out(JSON.stringify(errorDocument(error), null, 2));
  if (options.format === 'ndjson') output.out(JSON.stringify(errorDocument(error)));
  output.err(renderError(error, styleFor(output.stderr, { env, noColor: options.noColor }), options.debug));
  return error.exitCode;
}
