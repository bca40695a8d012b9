import * as z from 'zod';
import { Check } from './check.ts';
import { CommandResult } from './command-result.ts';
import { Diagnosis } from './diagnosis.ts';
import { TargetStatus } from './event.ts';
import { ValidationEvidence } from './evidence.ts';
import { Finding } from './finding.ts';
import { Publication } from './publication.ts';
import { RecoveryResult } from './recovery.ts';
import { Stage } from './stage.ts';
import { Target } from './target.ts';

export const Failure = z.strictObject({
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  exit_code: z.int(),
});
export type Failure = z.infer<typeof Failure>;

/** How long a step of a build took, in milliseconds. */
export const StepTiming = z.strictObject({ step: z.string(), kind: z.string(), duration_ms: z.number() });
export type StepTiming = z.infer<typeof StepTiming>;

/** What became of one target in a run. */
export const TargetRecord = z.strictObject({
  target: Target,
  status: TargetStatus,
  exit_code: z.int(),
  /** The last stage that ended well; `--from` can continue after it. */
  reached: Stage.nullable(),
  attempts: z.int().min(0),
  duration_ms: z.number(),
  steps: z.array(StepTiming),
  result: CommandResult.nullable(),
  diagnoses: z.array(Diagnosis),
  recoveries: z.array(RecoveryResult).default([]),
  /** Why this failure does not count, where the settings say so. */
  ignored: z.string().nullable().default(null),
  evidence: z.array(ValidationEvidence),
  publications: z.array(Publication),
  failure: Failure.nullable(),
});
export type TargetRecord = z.infer<typeof TargetRecord>;

/** A whole run, as `run --format json` prints it and `logs/<run>/run.json` keeps it. */
export const RunRecord = z.strictObject({
  version: z.literal(1),
  run: z.string(),
  command: z.string(),
  env: z.string(),
  status: z.enum(['running', 'succeeded', 'failed', 'interrupted']),
  exit_code: z.int().nullable(),
  pid: z.int(),
  dry_run: z.boolean(),
  resumed_from: z.string().nullable(),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
  git_sha: z.string().nullable(),
  checks: z.array(Check),
  findings: z.array(Finding),
  failures: z.array(Failure),
  targets: z.array(TargetRecord),
  log_dir: z.string(),
});
export type RunRecord = z.infer<typeof RunRecord>;
