import type { FailureClass } from '../schema/index.ts';

/**
 * Where in a log a pattern counts:
 * `packer` what Packer and its plugins say themselves, never what a script printed ·
 * `template` the same without what it shows for a build ·
 * `step` every line, forgotten when the step that printed it ended well ·
 * `anywhere` every line.
 */
export type FailurePlace = 'packer' | 'template' | 'step' | 'anywhere';

/** What a cause means, whatever line it shows in. */
export interface FailureFacts {
  readonly class: FailureClass;
  /** Whether an unattended second build has a fair chance, after the action if there is one. */
  readonly retryable: boolean;
  /** Decides between several that match: a root cause is surer than its consequences. */
  readonly confidence: number;
  readonly remedy: string;
  /** What may be done without asking, such as `retry-backoff`; `none` where a person must act. */
  readonly action: string;
  /** Attributes of a source that the remedy is about, the likeliest first. */
  readonly attributes?: readonly string[];
}

/** One way in which a cause shows; what it says about the facts wins over the cause's own. */
export interface FailurePattern extends Partial<Omit<FailureFacts, 'class'>> {
  readonly match: RegExp;
  /** Lines that only look like it. */
  readonly unless?: RegExp;
  /** Counts only after a line like this one. */
  readonly earlier?: RegExp;
  /** A later line that proves it harmless. */
  readonly until?: RegExp;
  /** How many such lines it takes; 1 unless told. */
  readonly count?: number;
  readonly place?: FailurePlace;
}

/** A known way to fail, as data: how it shows in a log and what causes it. */
export interface FailureSignature {
  readonly cause: string;
  /** The platform or provisioner whose words these are. */
  readonly platform?: string;
  /** `packer` unless told. */
  readonly place?: FailurePlace;
  /** Lines that only look like it, for every pattern. */
  readonly unless?: RegExp;
  readonly until?: RegExp;
  /** One of them is enough; the first that matches a line decides. */
  readonly patterns: readonly (RegExp | FailurePattern)[];
  /** Needed for a cause that nobody else describes. */
  readonly facts?: FailureFacts;
}
