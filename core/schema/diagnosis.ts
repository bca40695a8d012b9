import * as z from 'zod';

export const FailureClass = z.enum([
  'config',
  'infrastructure',
  'transient',
  'security',
  'guest',
  'provisioner',
  'toolchain',
]);
export type FailureClass = z.infer<typeof FailureClass>;

export const Evidence = z.strictObject({ line: z.int().min(1), text: z.string() });

/** Why a build failed, with the lines that say so. */
export const Diagnosis = z.strictObject({
  cause: z.string(),
  class: FailureClass,
  retryable: z.boolean(),
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  remedy: z.string(),
  action: z.string(),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

/** What is done about it. `retry` runs the build again after `wait_seconds`; `escalate` hands it to a person. */
export const RecoveryPlan = z.strictObject({
  action: z.enum(['retry', 'escalate']),
  reason: z.string(),
  wait_seconds: z.number().min(0).default(0),
});
export type RecoveryPlan = z.infer<typeof RecoveryPlan>;
export type RecoveryPlanInput = z.input<typeof RecoveryPlan>;
