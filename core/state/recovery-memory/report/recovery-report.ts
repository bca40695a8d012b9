import * as z from 'zod';
import { FailureClass } from '../../../schema/index.ts';
import { RecoveryPattern } from '../patterns/recovery-pattern.ts';

const count = z.int().min(0);
const millis = z.number().min(0);
const share = z.number().min(0).max(1);

/** How many builds failed, and what became of them. A build fails once, however many attempts it took. */
const incidents = {
  incidents: count,
  recovered: count,
  /** Of all that failed; null where none did. */
  recovery_rate: share.nullable(),
};

export const CauseReport = z.strictObject({
  cause: z.string().nullable(),
  class: FailureClass.nullable(),
  ...incidents,
  /** What the rate is at least, with 95 % certainty. */
  at_least: share,
  /** From the first failure to the end of the good build; null where nothing was recovered. */
  mean_repair_ms: millis.nullable(),
  targets: count,
  last_at: z.iso.datetime(),
});
export type CauseReport = z.infer<typeof CauseReport>;

export const ActionReport = z.strictObject({
  cause: z.string().nullable(),
  action: z.string(),
  tried: count,
  recovered: count,
  at_least: share,
  /** What the planner reckons with: own experience of all times, and what others shared at half its weight. */
  expected: share.nullable(),
  /** Attempts of other workspaces that came with knowledge packs. */
  shared: count,
});
export type ActionReport = z.infer<typeof ActionReport>;

export const ReportPeriod = z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime(), ...incidents });
export type ReportPeriod = z.infer<typeof ReportPeriod>;

/** What `recovery report --format json` answers. */
export const RecoveryReport = z.strictObject({
  version: z.literal(1),
  /** Null for everything that is remembered one by one. */
  since: z.iso.datetime().nullable(),
  until: z.iso.datetime(),
  target: z.string().nullable(),
  ...incidents,
  /** How the failed builds ended. */
  outcomes: z.strictObject({
    recovered: count,
    failed: count,
    escalated: count,
    proposed: count,
    declined: count,
  }),
  time_to_repair: z.strictObject({ mean_ms: millis, median_ms: millis, longest_ms: millis }).nullable(),
  /** The most frequent first. */
  causes: z.array(CauseReport),
  actions: z.array(ActionReport),
  /** Failures that come again and again, with what ends them for good. */
  patterns: z.array(
    z.strictObject({ ...RecoveryPattern.shape, observation: z.string(), advice: z.array(z.string()) }),
  ),
  trend: z.strictObject({
    periods: z.array(ReportPeriod),
    /** Of failed builds, the later half against the earlier one. */
    direction: z.enum(['fewer', 'more', 'steady', 'unknown']),
  }),
  /** Totals of failed attempts since the memory began, whatever the report is limited to. */
  all_time: z.strictObject({ failures: count, recovered: count, since: z.iso.datetime().nullable() }),
});
export type RecoveryReport = z.infer<typeof RecoveryReport>;
