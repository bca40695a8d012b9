import * as z from 'zod';
import { Severity } from './severity.ts';

/** One answer of preflight: `severity` says how bad it is when `ok` is false; without `target` it concerns every target. */
export const Check = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+(\/[a-z0-9.-]+)+$/),
  ok: z.boolean(),
  severity: Severity.default('critical'),
  message: z.string().min(1),
  remedy: z.string().optional(),
  target: z.string().optional(),
  /** A failed check about trust or secrets ends the run as a security violation (exit code 3). */
  security: z.boolean().optional(),
});
export type Check = z.infer<typeof Check>;
export type CheckInput = z.input<typeof Check>;
