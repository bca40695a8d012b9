import { readFile } from 'node:fs/promises';
import {
  type Baseline,
  baselineOf,
  parseBaseline,
  renderBaseline,
  type TextOf,
} from '../../core/rules/index.ts';
import { writeAtomically } from '../../core/state/index.ts';
import type { Looked } from './look-at.ts';

export interface UpdateBaseline {
  readonly path: string;
  readonly textOf: TextOf;
  /** Whether only a part of the workspace was looked at: what the baseline knows of other files then stays. */
  readonly isPart: boolean;
}

/** Writes all findings into the baseline, and answers with how many it now has. */
export async function updateBaseline(
  looked: Looked,
  { path, textOf, isPart }: UpdateBaseline,
): Promise<number> {
  const facts = looked.findings.filter(({ hint }) => !hint);
  const fresh = baselineOf(facts, textOf);
  const before = isPart ? await baselineAt(path) : undefined;
  const seen = new Set([...looked.files, ...fresh.findings.map(({ file }) => file)]);
  const kept = (before?.findings ?? []).filter(({ file }) => !seen.has(file));
  const findings = [...fresh.findings, ...kept].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await writeAtomically(path, renderBaseline({ version: 1, findings }));
  return findings.reduce((sum, { count }) => sum + count, 0);
}

function keyOf({ file, rule, fingerprint }: Baseline['findings'][number]): string {
  return `${file}\n${rule}\n${fingerprint}`;
}

async function baselineAt(path: string): Promise<Baseline | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseBaseline(text, path);
}
