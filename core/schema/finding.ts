import * as z from 'zod';
import { SourceRange } from './range.ts';
import { Severity } from './severity.ts';

/** Something in a template that will not do what its author believes. */
export const Finding = z.strictObject({
  rule: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)+$/),
  family: z.string(),
  severity: Severity,
  confidence: z.number().min(0).max(1).default(1),
  message: z.string().min(1),
  remedy: z.string().optional(),
  template: z.string().optional(),
  range: SourceRange.optional(),
});
export type Finding = z.infer<typeof Finding>;
export type FindingInput = z.input<typeof Finding>;
