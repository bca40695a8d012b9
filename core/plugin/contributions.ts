import type { RulePack } from '../rules/selection/rule-pack.ts';
import type { FailureSignature } from './failure-signature.ts';
import type { RecoveryAction } from './recovery-action.ts';

export type { RulePack };

/** A platform: the source types it owns, and what the core must know of them without running the plugin. */
export interface PlatformContribution {
  readonly id: string;
  readonly title: string;
  /** Source types that it owns, such as `vsphere-iso`. */
  readonly sources: readonly string[];
  /** Attributes of its sources that name local files or folders: they count as inputs of a build. */
  readonly fileAttributes?: readonly string[];
  /** Attributes that tell on which machine or service a target is built, best first: limits per host use the first that is set. */
  readonly hostAttributes?: readonly string[];
  /** How many of its targets are built at once unless `concurrency.platforms` says otherwise. */
  readonly concurrency?: number;
}

/** A provisioner or post-processor: its types, and which of its attributes name local files. */
export interface ProvisionerContribution {
  readonly id: string;
  readonly types: readonly string[];
  readonly fileAttributes: readonly string[];
}

/** What a plugin adds as plain data, readable before anything of it runs. */
export interface Contributions {
  readonly platforms?: readonly PlatformContribution[];
  readonly provisioners?: readonly ProvisionerContribution[];
  readonly rulePacks?: readonly RulePack[];
  /** Ways to fail that only this platform or provisioner knows. */
  readonly failureSignatures?: readonly FailureSignature[];
  /** What can be done about failures, each id once. */
  readonly recoveryActions?: readonly RecoveryAction[];
}
