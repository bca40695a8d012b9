import {
  Diagnosis,
  Failure,
  RecoveryOutcome,
  TemplateChange,
  TemplateEdit,
  ValidationEvidence,
} from 'packer-hybrid';
import * as z from 'zod';

const count = z.int().min(0);
const LogPlace = z.strictObject({ line: z.int().min(1), text: z.string() });

/** One thing that happened, in the order in which it did. */
export const TimelineEntry = z.strictObject({ at: z.iso.datetime(), text: z.string() });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A recovery that was tried or proposed, and why it was not enough. */
export const Tried = z.strictObject({
  attempt: z.int().min(1),
  cause: z.string().nullable(),
  outcome: RecoveryOutcome,
  reason: z.string(),
  steps: z.array(
    z.strictObject({
      action: z.string(),
      title: z.string(),
      /** Null for a step that was only proposed. */
      ok: z.boolean().nullable(),
      detail: z.string(),
      edits: z.array(TemplateEdit.pick({ attribute: true, from: true, to: true })),
    }),
  ),
  /** Checks that it did not pass. */
  failed_checks: z.array(z.string()),
  undone: z.array(z.string()),
});
export type Tried = z.infer<typeof Tried>;

/** A cause that would explain the failure, with what speaks for it. */
export const Hypothesis = z.strictObject({
  ...Diagnosis.pick({ cause: true, class: true, confidence: true, remedy: true, action: true }).shape,
  evidence: z.array(LogPlace),
  change: TemplateChange.nullable(),
  /** Failed attempts with this cause that are remembered here, and how many of them were recovered. */
  seen: count,
  recovered: count,
});
export type Hypothesis = z.infer<typeof Hypothesis>;

export const SuggestedCommand = z.strictObject({ command: z.string(), why: z.string() });
export type SuggestedCommand = z.infer<typeof SuggestedCommand>;

/** `logs/<run>/escalation/<target>/report.json`: everything that a person needs to go on where a recovery ended. */
export const EscalationReport = z.strictObject({
  version: z.literal(1),
  run: z.string(),
  created_at: z.iso.datetime(),
  target: z.strictObject({
    id: z.string(),
    slug: z.string(),
    platform: z.string(),
    template: z.string(),
    packer_name: z.string(),
  }),
  /** What happened, in a sentence. */
  summary: z.string(),
  failure: Failure.nullable(),
  attempts: count,
  exit_code: z.int(),
  packer_exit_code: z.int().nullable(),
  /** The likeliest first. */
  hypotheses: z.array(Hypothesis),
  /** The lines that say most where nothing is known. */
  telling: z.array(LogPlace),
  /** What speaks against a finished image, the gravest first; empty where none was built. */
  against: z.array(
    ValidationEvidence.pick({ id: true, dimension: true, score: true, required: true, detail: true }),
  ),
  tried: z.array(Tried),
  timeline: z.array(TimelineEntry),
  commands: z.array(SuggestedCommand),
  /** Repeated failures that this one belongs to, and what ends them for good. */
  recommendations: z.array(z.strictObject({ observation: z.string(), advice: z.array(z.string()) })),
  versions: z.record(z.string(), z.string()),
  /** Files beside the report, relative to the workspace. */
  files: z.strictObject({ markdown: z.string(), json: z.string(), bundle: z.string(), log: z.string() }),
});
export type EscalationReport = z.infer<typeof EscalationReport>;
