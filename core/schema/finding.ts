import * as z from 'zod';
import { SourceRange } from './range.ts';
import { Severity } from './severity.ts';

/** What happens when nobody corrects it, the worst first. */
export const impacts = [
  'build-fails',
  'insecure-image',
  'secret-exposed',
  'wrong-image',
  'unreliable-build',
  'slow-build',
  'hard-to-maintain',
] as const;
export const Impact = z.enum(impacts);
export type Impact = z.infer<typeof Impact>;

/** How much work the correction is. */
export const RecoveryComplexity = z.enum(['trivial', 'simple', 'moderate', 'complex']);
export type RecoveryComplexity = z.infer<typeof RecoveryComplexity>;

/** A replacement in a file. */
export const Edit = z.strictObject({ range: SourceRange, new_text: z.string() });
export type Edit = z.infer<typeof Edit>;

/** A correction that a program can make: a safe one keeps the meaning, a suggested one wants a look. */
export const Fix = z.strictObject({ kind: z.enum(['safe', 'suggested']), edits: z.array(Edit).min(1) });
export type Fix = z.infer<typeof Fix>;

/** Something in a template that will not do what its author believes. */
export const Finding = z.strictObject({
  rule: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)+$/),
  family: z.string(),
  severity: Severity,
  impact: Impact.optional(),
  recovery_complexity: RecoveryComplexity.optional(),
  confidence: z.number().min(0).max(1).default(1),
  message: z.string().min(1),
  remedy: z.string().optional(),
  /** Corrected HCL. */
  example: z.string().optional(),
  template: z.string().optional(),
  range: SourceRange.optional(),
  fix: Fix.optional(),
  /** Too uncertain to act upon unseen: it is shown last, and no gate looks at it. */
  hint: z.literal(true).optional(),
});
export type Finding = z.infer<typeof Finding>;
export type FindingInput = z.input<typeof Finding>;
