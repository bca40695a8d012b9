import { createHash } from 'node:crypto';
import * as z from 'zod';
import { HybridError, reasonOf } from '../../errors/index.ts';
import { SharedRates } from '../../state/recovery-memory/recovery-memory.ts';
import { Feedback, Knowledge, mergeFeedback } from './knowledge.ts';

/** Knowledge on its way from one workspace to another. */
export const KnowledgePack = z.strictObject({
  format: z.literal('packer-hybrid-knowledge'),
  /** Packs of version 1 know nothing of recoveries. */
  version: z.union([z.literal(1), z.literal(2)]),
  created_at: z.iso.datetime(),
  feedback: z.array(Feedback),
  /** How well recovery actions did, workspace by workspace. */
  recoveries: z.array(SharedRates).optional(),
  /** Of the pack without this line; a pack that was changed on its way does not verify. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type KnowledgePack = z.infer<typeof KnowledgePack>;

export interface ExportKnowledge {
  readonly at: string;
  /** Takes along what people wrote as reasons; they may name what is nobody else's business. */
  readonly reasons?: boolean;
  readonly recoveries?: readonly SharedRates[];
}

/** A pack with everything that was learned. */
export function exportKnowledge(
  { feedback }: Knowledge,
  { at, reasons = false, recoveries = [] }: ExportKnowledge,
): KnowledgePack {
  const shared = feedback.map(({ reason, ...entry }) => ({
    ...entry,
    ...(reasons && reason !== undefined && { reason }),
  }));
  const content = {
    format: 'packer-hybrid-knowledge' as const,
    version: 2 as const,
    created_at: at,
    feedback: shared,
    recoveries: [...recoveries],
  };
  return { ...content, sha256: checksum(content) };
}

/** The file's text for a pack. */
export function renderPack(pack: KnowledgePack): string {
  return `${JSON.stringify(pack, undefined, 2)}\n`;
}

/** Reads a pack and verifies its checksum; throws PH_KNOWLEDGE_INVALID. */
export function verifyPack(text: string, file: string): KnowledgePack {
  const pack = parsed(KnowledgePack, text, file);
  const { sha256, ...content } = pack;
  if (checksum(content) !== sha256) {
    const reason = 'its checksum does not match, so it was changed or damaged.';
    throw new HybridError('PH_KNOWLEDGE_INVALID', { file, reason });
  }
  return pack;
}

/** Own knowledge and that of a verified pack; importing the same pack again changes nothing. */
export function importPack({ feedback }: Knowledge, pack: KnowledgePack): Knowledge {
  return mergeFeedback(feedback, pack.feedback);
}

/** Reads the knowledge of a workspace; throws PH_KNOWLEDGE_INVALID. */
export function parseKnowledge(text: string, file: string): Knowledge {
  return parsed(Knowledge, text, file);
}

/** The file's text for knowledge. */
export function renderKnowledge(knowledge: Knowledge): string {
  return `${JSON.stringify(knowledge, undefined, 2)}\n`;
}

function parsed<Schema extends z.ZodType>(schema: Schema, text: string, file: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError ? z.prettifyError(cause).replaceAll(/\s+/g, ' ') : reasonOf(cause);
    throw new HybridError('PH_KNOWLEDGE_INVALID', { file, reason }, { cause });
  }
}

/** Over the content with sorted keys: white space and the order of keys do not matter. */
function checksum(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
