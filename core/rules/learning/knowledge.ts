import * as z from 'zod';

/** Where a workspace keeps what it has learned, below its state folder. */
export const KNOWLEDGE_FILE = 'knowledge.json';

/** One judgement of one finding. A later one about the same finding replaces it. */
export const Feedback = z.strictObject({
  /** The finding's fingerprint. */
  finding: z.string().regex(/^[0-9a-f]{32}$/),
  /** With its sub-code, as the finding has it. */
  rule: z.string().min(1),
  /** The platform that the finding is about, such as `proxmox`; `any` for what belongs to none. */
  context: z.string().min(1),
  verdict: z.enum(['confirmed', 'false-positive']),
  reason: z.string().optional(),
  at: z.iso.datetime(),
});
export type Feedback = z.infer<typeof Feedback>;

/** Everything that was learned about findings. */
export const Knowledge = z.strictObject({ version: z.literal(1), feedback: z.array(Feedback) });
export type Knowledge = z.infer<typeof Knowledge>;

export const emptyKnowledge: Knowledge = { version: 1, feedback: [] };

/** Knowledge with one more judgement. */
export function withFeedback({ feedback }: Knowledge, entry: Feedback): Knowledge {
  return mergeFeedback(feedback, [entry]);
}

/** Puts judgements together: of two about one finding the later one counts, whichever list it is in. */
export function mergeFeedback(own: readonly Feedback[], others: readonly Feedback[]): Knowledge {
  const latest = new Map<string, Feedback>();
  for (const entry of [...own, ...others]) {
    const before = latest.get(entry.finding);
    if (!before || Date.parse(entry.at) >= Date.parse(before.at)) latest.set(entry.finding, entry);
  }
  const keyOf = ({ at, finding }: Feedback) => `${at} ${finding}`;
  return { version: 1, feedback: [...latest.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}
