import type { HookName } from '../plugin/index.ts';

/** How a hook treats a failing handler, a slow one, and a dry run. */
export interface StagePolicy {
  /** `collect`: every handler runs and failures are gathered. `stop`: the first failure ends the hook. */
  readonly onFailure: 'collect' | 'stop';
  /** Milliseconds a handler may take before its signal aborts. */
  readonly deadlineMs: number;
  /** Milliseconds it may then take to clean up before the run stops waiting for it. */
  readonly graceMs: number;
  readonly runsInDryRun: boolean;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The one table that says how every hook behaves; nothing else decides. */
export const stagePolicies = {
  preflight: { onFailure: 'collect', deadlineMs: 20 * MINUTE, graceMs: 10 * SECOND, runsInDryRun: true },
  analyze: { onFailure: 'collect', deadlineMs: 20 * MINUTE, graceMs: 10 * SECOND, runsInDryRun: true },
  // An early end of the grace time leaves machines behind, so Packer gets many minutes to destroy them.
  build: { onFailure: 'stop', deadlineMs: 24 * HOUR, graceMs: 15 * MINUTE, runsInDryRun: false },
  diagnose: { onFailure: 'collect', deadlineMs: 2 * MINUTE, graceMs: 0, runsInDryRun: false },
  recover: { onFailure: 'stop', deadlineMs: 5 * MINUTE, graceMs: MINUTE, runsInDryRun: false },
  validate: { onFailure: 'collect', deadlineMs: 30 * MINUTE, graceMs: MINUTE, runsInDryRun: false },
  publish: { onFailure: 'stop', deadlineMs: 4 * HOUR, graceMs: MINUTE, runsInDryRun: false },
  close: { onFailure: 'collect', deadlineMs: 30 * SECOND, graceMs: 0, runsInDryRun: true },
} as const satisfies Record<HookName, StagePolicy>;

/** How long a publisher may take to take its publication back, in milliseconds. */
export const RETRACT_DEADLINE_MS = 5 * MINUTE;

export type StagePolicies = Readonly<Record<HookName, StagePolicy>>;

/** The table with the deadlines that the configuration sets. */
export function policiesWith(deadlines: Readonly<Partial<Record<HookName, number>>>): StagePolicies {
  const entries = Object.entries(stagePolicies).map(([hook, policy]) => {
    const deadlineMs = deadlines[hook as HookName] ?? policy.deadlineMs;
    return [hook, { ...policy, deadlineMs }];
  });
  return Object.fromEntries(entries);
}
