import { isHybridError, reasonOf } from './hybrid-error.ts';

/** One error of a chain of causes. */
export interface RenderedCause {
  /** Code or class name. */
  readonly name: string;
  readonly message: string;
  /** Where it was thrown, without the first line that repeats name and message. */
  readonly stack: string | undefined;
}

/** An error in the parts that a host paints as it likes. */
export interface RenderedError {
  /** Undefined for anything that is not ours: a defect of the product. */
  readonly code: string | undefined;
  readonly message: string;
  readonly remedy: string;
  /** The place in a file, with the lines around it. */
  readonly frame: string | undefined;
  /** The error's own stack and its causes, outermost first; only with `debug`. */
  readonly stack: string | undefined;
  readonly causes: readonly RenderedCause[];
}

const deepest = 10;
const defectRemedy =
  'This is a defect of packer-hybrid: run the command again with --debug and report the output.';

function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return frames.length === 0 ? undefined : frames.join('\n');
}

function nameOf(error: unknown): string {
  if (isHybridError(error)) return error.code;
  return error instanceof Error ? error.name : typeof error;
}

function causesOf(error: unknown): readonly RenderedCause[] {
  const causes: RenderedCause[] = [];
  const seen = new Set<unknown>([error]);
  for (let next = causeOf(error); next !== undefined && !seen.has(next); next = causeOf(next)) {
    seen.add(next);
    causes.push({ name: nameOf(next), message: reasonOf(next), stack: stackOf(next) });
    if (causes.length === deepest) break;
  }
  return causes;
}

function causeOf(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function frameOf(context: unknown): string | undefined {
  if (typeof context !== 'object' || context === null || !('frame' in context)) return undefined;
  return typeof context.frame === 'string' ? context.frame : undefined;
}

/** Takes any thrown value apart; what is not ours is called a defect, for only the catalogue's errors are meant to reach people. */
export function renderError(
  error: unknown,
  { debug = false }: { readonly debug?: boolean } = {},
): RenderedError {
  const shown = debug ? { stack: stackOf(error), causes: causesOf(error) } : { stack: undefined, causes: [] };
  if (!isHybridError(error)) {
    return { code: undefined, message: reasonOf(error), remedy: defectRemedy, frame: undefined, ...shown };
  }
  const frame = frameOf(error.context);
  const message = frame ? error.message.replace(`\n${frame}`, '') : error.message;
  return { code: error.code, message, remedy: error.remedy, frame, ...shown };
}

function causeText({ name, message, stack }: RenderedCause): string {
  return `Caused by ${name}: ${message}${stack ? `\n${stack}` : ''}`;
}

/** The same as plain text, for logs and hosts without colours. */
export function errorText({ code, message, remedy, frame, stack, causes }: RenderedError): string {
  const parts = [code ? `${code}: ${message}` : message, frame, remedy, stack, ...causes.map(causeText)];
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}
