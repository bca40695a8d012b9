import type { TemplateSetting } from '../language/index.ts';
import type { RuleSettings } from '../rules/selection/rule-settings.ts';
import type { FailureClass, RecoveryMode, Severity } from '../schema/index.ts';
import type { HookName } from './hook-map.ts';

/** The configuration after defaults, file and environment overlay: what a run works with. */
export interface Settings {
  readonly templates: readonly TemplateSetting[];
  readonly rules: RuleSettings;
  readonly concurrency: ConcurrencySettings;
  readonly retry: RetrySettings;
  readonly recovery: RecoverySettings;
  readonly policy: PolicySettings;
  readonly toolchain: ToolchainSettings;
}

export interface ConcurrencySettings {
  readonly total: number;
  readonly platforms: Readonly<Record<string, number>>;
  readonly hosts: Readonly<Record<string, number>>;
}

export interface RetrySettings {
  /** Builds after the first one, for failures that are retryable. */
  readonly attempts: number;
  /** Seconds before a retry when the failure itself names no time. */
  readonly wait: number;
}

export interface RecoverySettings {
  readonly policy: Readonly<Record<FailureClass, RecoveryMode>>;
  /** Minutes that recoveries may take altogether, waits and builds included. */
  readonly budget: { readonly minutesPerTarget: number; readonly minutesPerRun: number };
  /** Targets with the same cause after which nothing is tried any more against that cause in the run. */
  readonly breaker: number;
  /** The longest pause before a retry, in seconds; a failure that asks for more is handed to a person. */
  readonly maxWait: number;
  /** By how much a time limit is raised, and the minutes that it never exceeds. */
  readonly timeouts: { readonly factor: number; readonly ceilingMinutes: number };
  /** Values that an attribute may take instead of its own, the preferred first, such as `vm_size`. */
  readonly approved: Readonly<Record<string, readonly string[]>>;
  /** By platform, a command that prints fresh credentials as one JSON object of environment variables. */
  readonly credentials: Readonly<Record<string, { readonly command: readonly string[] }>>;
  readonly ignore: readonly IgnoredFailure[];
  readonly stall: StallSettings;
}

/** A failure that does not count against the run; at least one of `cause` and `message` says which. */
export interface IgnoredFailure {
  readonly cause?: string | undefined;
  /** A regular expression for what the failure says. */
  readonly message?: string | undefined;
  /** Names or patterns of targets; all when empty. */
  readonly targets: readonly string[];
  readonly reason: string;
}

export interface StallSettings {
  /** Minutes without output that are always fine. */
  readonly minutes: number;
  /** How many times longer than ever before a silence must be. */
  readonly factor: number;
  /** Ends a stalled build instead of only telling. */
  readonly abort: boolean;
}

export interface PolicySettings {
  /** Findings and failed checks as grave as this, or graver, stop the run before it builds. */
  readonly gate: Severity | 'none';
  /** Milliseconds per hook; they replace the defaults of the stage table. */
  readonly deadlines: Readonly<Partial<Record<HookName, number>>>;
  readonly onError: 'cleanup' | 'abort' | 'run-cleanup-provisioner';
  readonly force: boolean;
  readonly useCache: boolean;
  readonly retention: { readonly days: number; readonly runs: number; readonly logBytes: number };
}

export interface ToolchainSettings {
  /** An exact version or a semver range; any supported version when absent. */
  readonly packer?: string | undefined;
  readonly path?: string | undefined;
  readonly install: 'auto' | 'never';
  readonly mirror: string;
}
