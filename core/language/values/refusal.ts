import type { SourceRange } from '../../schema/index.ts';
import type { TemplateError } from '../model.ts';

export type RefusalKind = Extract<TemplateError['kind'], 'reference' | 'type' | 'evaluation'>;

/**
 * Thrown inside the evaluator where Packer would refuse an expression; it never leaves this folder's callers. No `Error`:
 * it needs no stack, and `try` and `can` throw by the dozen.
 */
export class Refusal {
  readonly kind: RefusalKind;
  readonly message: string;
  readonly range: SourceRange | undefined;

  constructor(kind: RefusalKind, message: string, range?: SourceRange) {
    this.kind = kind;
    this.message = message;
    this.range = range;
  }

  /** The same refusal, with this place where it has none. */
  at(range: SourceRange): Refusal {
    return this.range ? this : new Refusal(this.kind, this.message, range);
  }
}

/** Runs, and gives refusals without a place this one. */
export function placed<T>(range: SourceRange, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw thrown instanceof Refusal ? thrown.at(range) : thrown;
  }
}
