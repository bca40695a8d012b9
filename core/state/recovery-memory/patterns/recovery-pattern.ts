import * as z from 'zod';
import { FailureClass, TemplateChange } from '../../../schema/index.ts';
import { RememberedEdit } from '../recovery-memory.ts';

/** The first build that a cause struck after builds that knew nothing of it. */
export const PatternStart = z.strictObject({
  run: z.string(),
  at: z.iso.datetime(),
  packer_version: z.string().nullable(),
  /** Of the build before; a difference is worth a look. */
  packer_version_before: z.string().nullable(),
});
export type PatternStart = z.infer<typeof PatternStart>;

/** A failure that comes again and again, and what its occurrences have in common. */
export const RecoveryPattern = z.strictObject({
  /** Null for failures that nothing explains. */
  cause: z.string().nullable(),
  class: FailureClass.nullable(),
  /** One target, or all that the cause strikes where it does not keep to one. */
  targets: z.array(z.string()).min(1),
  /** How many of the builds that were looked at failed with it. */
  failed_builds: z.int().min(1),
  builds: z.int().min(1),
  /** How many of those were recovered. */
  recovered_builds: z.int().min(0),
  /** The step of the build in which it always shows. */
  step: z.string().nullable(),
  /** The hour of the day, in UTC, around which it always shows, while other builds go well. */
  hour: z.int().min(0).max(23).nullable(),
  since: PatternStart.nullable(),
  /** What was tried against it in those builds, and how often it worked; the most tried first. */
  actions: z.array(z.strictObject({ action: z.string(), tried: z.int().min(1), recovered: z.int().min(0) })),
  /** What recoveries set again and again, and with success. */
  edits: z.array(z.strictObject({ ...RememberedEdit.shape, times: z.int().min(2) })),
  /** Where the diagnosis wants the template changed. */
  change: TemplateChange.nullable(),
  first_at: z.iso.datetime(),
  last_at: z.iso.datetime(),
});
export type RecoveryPattern = z.infer<typeof RecoveryPattern>;
