import { type ErrorCode, type ErrorContext, errorCatalogue } from './catalogue/index.ts';
import type { ErrorDefinition } from './definition.ts';
import type { ExitCode } from './exit-code.ts';

const brand: unique symbol = Symbol.for('packer-hybrid.error') as never;

/** A failure as plain data, for reporters, the run record and other programs. */
export interface ErrorRecord {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly exit_code: ExitCode;
}

/** The only error the product throws: a permanent code, what happened, what to do, and how the process ends. */
export class HybridError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'HybridError';
  readonly code: C;
  readonly context: ErrorContext<C>;
  readonly remedy: string;
  readonly exitCode: ExitCode;

  constructor(code: C, context: ErrorContext<C>, options?: ErrorOptions) {
    const definition = errorCatalogue[code] as unknown as ErrorDefinition<ErrorContext<C>>;
    super(definition.summary(context), options);
    this.code = code;
    this.context = context;
    this.remedy = definition.remedy(context);
    this.exitCode = definition.exitCode;
    Object.defineProperty(this, brand, { value: true });
  }

  toJSON(): ErrorRecord {
    return { code: this.code, message: this.message, remedy: this.remedy, exit_code: this.exitCode };
  }
}

/** Works across two installed copies, where `instanceof` does not. */
export function isHybridError(value: unknown): value is HybridError {
  return typeof value === 'object' && value !== null && brand in value;
}

/** The sentence of any thrown value. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
