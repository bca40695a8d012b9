import type { TemplateSetting } from '../language/index.ts';
import type { RuleSettings } from '../rules/selection/rule-settings.ts';
import type { Severity } from '../schema/index.ts';
import type { HookName } from './hook-map.ts';

/** The configuration after defaults, file and environment overlay: what a run works with. */
export interface Settings {
  readonly templates: readonly TemplateSetting[];
  readonly rules: RuleSettings;
  readonly concurrency: ConcurrencySettings;
  readonly retry: RetrySettings;
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
