import * as z from 'zod';
import { FailureClass } from './diagnosis.ts';
import { Edit } from './finding.ts';

/** Who decides about a recovery: `automatic` does it, `ask` asks a person first, `propose` only writes it down. */
export const recoveryModes = ['automatic', 'ask', 'propose'] as const;
export const RecoveryMode = z.enum(recoveryModes);
export type RecoveryMode = z.infer<typeof RecoveryMode>;

/** An attribute that a step sets in the copy of the template that the next build is made from. */
export const TemplateEdit = z.strictObject({
  attribute: z.string(),
  /** The expression as it stands; null where the attribute is not set. */
  from: z.string().nullable(),
  to: z.string(),
  edit: Edit,
});
export type TemplateEdit = z.infer<typeof TemplateEdit>;

/** One thing that a recovery does before the next build. */
export const RecoveryStep = z.strictObject({
  /** The id of the recovery action that does it. */
  action: z.string(),
  /** What it does, as a sentence. */
  title: z.string(),
  wait_seconds: z.number().min(0).default(0),
  edits: z.array(TemplateEdit).default([]),
  /** What the action wrote down for itself; no secrets. */
  details: z.record(z.string(), z.string()).default({}),
});
export type RecoveryStep = z.infer<typeof RecoveryStep>;
export type RecoveryStepInput = z.input<typeof RecoveryStep>;

/** How often and how long recoveries may still go on. */
export const RecoveryBudget = z.strictObject({
  attempts_left: z.int().min(0),
  seconds_left: z.number().min(0),
});
export type RecoveryBudget = z.infer<typeof RecoveryBudget>;

/** What is undone when a later step fails. */
export const RollbackStep = z.strictObject({ action: z.string(), title: z.string() });
export type RollbackStep = z.infer<typeof RollbackStep>;

/** What shows whether a recovery worked. */
export const RecoveryCheck = z.enum(['re-analysis', 'rebuild', 'artifacts']);
export type RecoveryCheck = z.infer<typeof RecoveryCheck>;

/** What is done about a failure. `retry` takes the steps and builds again; `escalate` hands it to a person. */
export const RecoveryPlan = z.strictObject({
  action: z.enum(['retry', 'escalate']),
  reason: z.string(),
  cause: z.string().nullable().default(null),
  class: FailureClass.nullable().default(null),
  mode: RecoveryMode.default('automatic'),
  steps: z.array(RecoveryStep).default([]),
  /** How likely the next build ends well, 0 to 1. */
  confidence: z.number().min(0).max(1).default(0.5),
  rollback: z.array(RollbackStep).default([]),
  validation: z.array(RecoveryCheck).default([]),
  budget: RecoveryBudget.nullable().default(null),
  wait_seconds: z.number().min(0).default(0),
});
export type RecoveryPlan = z.infer<typeof RecoveryPlan>;
export type RecoveryPlanInput = z.input<typeof RecoveryPlan>;

/** A step that was taken. */
export const AppliedFix = z.strictObject({
  action: z.string(),
  title: z.string(),
  ok: z.boolean(),
  /** What it found or did, in words. */
  detail: z.string(),
  edits: z.array(TemplateEdit),
  /** What undoes it, where anything has to be undone. */
  rollback: z.string().nullable(),
});
export type AppliedFix = z.infer<typeof AppliedFix>;

export const RecoveryValidation = z.strictObject({
  check: RecoveryCheck,
  ok: z.boolean(),
  detail: z.string(),
});
export type RecoveryValidation = z.infer<typeof RecoveryValidation>;

/** `recovered` the next build ended well · `failed` it did not, or a step failed · the others: nothing was tried. */
export const recoveryOutcomes = ['recovered', 'failed', 'escalated', 'proposed', 'declined'] as const;
export const RecoveryOutcome = z.enum(recoveryOutcomes);
export type RecoveryOutcome = z.infer<typeof RecoveryOutcome>;

/** What later runs learn from a recovery. */
export const LearningData = z.strictObject({
  at: z.iso.datetime(),
  target: z.string(),
  platform: z.string(),
  /** Null where nothing explains the failure. */
  cause: z.string().nullable(),
  class: FailureClass.nullable(),
  /** The step of the build that failed, where it is known. */
  step: z.string().nullable(),
  attempt: z.int().min(1),
  /** Ids of the actions that were taken. */
  actions: z.array(z.string()),
  outcome: RecoveryOutcome,
  /** From the failure to the end of the next build. */
  duration_ms: z.number().min(0),
});
export type LearningData = z.infer<typeof LearningData>;

/** What became of one recovery. */
export const RecoveryResult = z.strictObject({
  success: z.boolean(),
  outcome: RecoveryOutcome,
  /** Why it ended so, as a sentence. */
  reason: z.string(),
  plan: RecoveryPlan,
  applied_fixes: z.array(AppliedFix),
  /** How much surer it is now that the target builds, -1 to 1: 1 less the confidence of the diagnosis, before and after. */
  confidence_improvement: z.number().min(-1).max(1),
  validation_results: z.array(RecoveryValidation),
  /** What was undone, or would have been; null where there is nothing to undo. */
  rollback_plan: z.array(z.strictObject({ ...RollbackStep.shape, done: z.boolean() })).nullable(),
  learning_data: LearningData,
});
export type RecoveryResult = z.infer<typeof RecoveryResult>;
