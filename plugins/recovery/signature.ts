import type { FailureClass } from 'packer-hybrid';

/**
 * Where in a build's log a pattern counts:
 * `verdict` what Packer gives as the reason of the failure ·
 * `step` what was printed since the step began that failed, the reason included ·
 * `anywhere` every line.
 */
export type SignaturePlace = 'verdict' | 'step' | 'anywhere';

/** A known way to fail, as data: how it shows in the log, what it means, what helps. */
export interface Signature {
  readonly cause: string;
  readonly class: FailureClass;
  /** Whether an unattended second build has a fair chance. */
  readonly retryable: boolean;
  /** Decides between several that match: a root cause is surer than its consequences. */
  readonly confidence: number;
  readonly place: SignaturePlace;
  /** One of them is enough. */
  readonly patterns: readonly RegExp[];
  /** Lines that only look like it. */
  readonly except?: readonly RegExp[];
  readonly remedy: string;
  /** What may be done without asking, such as `retry-backoff`; `none` where a person must act. */
  readonly action: string;
}
