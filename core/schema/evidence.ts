import * as z from 'zod';

/** One thing a scorer found out about the finished image. */
export const ValidationEvidence = z.strictObject({
  id: z.string(),
  dimension: z.enum(['functionality', 'performance', 'security', 'compliance']),
  /** 0 is as bad as can be, 1 is perfect. */
  score: z.number().min(0).max(1),
  weight: z.number().min(0).default(1),
  confidence: z.number().min(0).max(1).default(1),
  detail: z.string(),
  /** A required check that scores 0 keeps the image from being published. */
  required: z.boolean().default(false),
});
export type ValidationEvidence = z.infer<typeof ValidationEvidence>;
export type ValidationEvidenceInput = z.input<typeof ValidationEvidence>;
