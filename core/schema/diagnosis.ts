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

/** The attribute that the remedy is about, where it stands or, when it is not set, where its block begins. */
export const TemplateChange = z.strictObject({
  attribute: z.string(),
  file: z.string(),
  line: z.int().min(1),
});
export type TemplateChange = z.infer<typeof TemplateChange>;

/** Why a build failed, with the lines that say so. */
export const Diagnosis = z.strictObject({
  cause: z.string(),
  class: FailureClass,
  retryable: z.boolean(),
  confidence: z.number().min(0).max(1),
  evidence: z.array(Evidence),
  remedy: z.string(),
  action: z.string(),
  /** Whose words these are, such as `qemu`; absent where the log does not tell. */
  platform: z.string().optional(),
  /** Packer's name of the build that it is about; absent where the log does not tell. */
  target: z.string().optional(),
  /** How long the failure itself asks to wait. */
  wait_seconds: z.number().min(0).optional(),
  change: TemplateChange.optional(),
});
export type Diagnosis = z.infer<typeof Diagnosis>;
