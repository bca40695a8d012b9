import type { Severity } from '../../schema/index.ts';
import type { AnyRule } from '../rule.ts';

/** A rule as a run uses it: with its options, and with severities that the configuration changed. */
export interface ActiveRule {
  readonly rule: AnyRule;
  /** Replaces the rule's own severity, also where a report names another one. */
  readonly severity?: Severity | undefined;
  /** The same for a sub-code, or `off` for one that is not wanted; a sub-code wins over the rule. */
  readonly subs?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** Laid over the rule's defaults. */
  readonly options?: unknown;
}
