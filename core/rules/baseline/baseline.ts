import * as z from 'zod';
import { HybridError, reasonOf } from '../../errors/index.ts';
import type { Finding } from '../../schema/index.ts';
import { fingerprintOf, type TextOf } from './fingerprint.ts';

/** Where a workspace keeps what it has decided to live with for now. */
export const BASELINE_FILE = 'packer-hybrid.baseline.json';

const Entry = z.strictObject({
  rule: z.string(),
  file: z.string(),
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  /** How often the same text has the same finding. */
  count: z.int().min(1),
});
export const Baseline = z.strictObject({ version: z.literal(1), findings: z.array(Entry) });
export type Baseline = z.infer<typeof Baseline>;
export type BaselineEntry = z.infer<typeof Entry>;

export interface ComparedWithBaseline {
  /** Findings that the baseline does not have. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  /** Entries whose finding is no longer there, with how many are gone. */
  readonly gone: readonly BaselineEntry[];
}

/** The baseline that all of these findings make; the same findings give the same file. */
export function baselineOf(findings: readonly Finding[], textOf: TextOf): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding, textOf);
    const count = (entries.get(fingerprint)?.count ?? 0) + 1;
    entries.set(fingerprint, { rule: finding.rule, file: finding.range?.file ?? '', fingerprint, count });
  }
  const keyOf = ({ file, rule, fingerprint }: BaselineEntry) => `${file}\n${rule}\n${fingerprint}`;
  return { version: 1, findings: [...entries.values()].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) };
}

/** Sets findings apart that the baseline has already. */
export function compareWithBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
  textOf: TextOf,
): ComparedWithBaseline {
  const left = new Map(baseline.findings.map((entry) => [entry.fingerprint, entry]));
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const fingerprint = fingerprintOf(finding, textOf);
    const entry = left.get(fingerprint);
    if (!entry || entry.count === 0) {
      fresh.push(finding);
      continue;
    }
    known.push(finding);
    left.set(fingerprint, { ...entry, count: entry.count - 1 });
  }
  return { fresh, known, gone: [...left.values()].filter(({ count }) => count > 0) };
}

/** The file's text for a baseline. */
export function renderBaseline(baseline: Baseline): string {
  return `${JSON.stringify(baseline, undefined, 2)}\n`;
}

/** Reads a baseline; what is none throws PH_BASELINE_INVALID. */
export function parseBaseline(text: string, file: string = BASELINE_FILE): Baseline {
  try {
    return Baseline.parse(JSON.parse(text));
  } catch (cause) {
    const reason =
      cause instanceof z.ZodError ? z.prettifyError(cause).replaceAll(/\s+/g, ' ') : reasonOf(cause);
    throw new HybridError('PH_BASELINE_INVALID', { file, reason }, { cause });
  }
}
