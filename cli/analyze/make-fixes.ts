import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fixDiff, planFixes, writeFixes } from '../../core/rules/index.ts';
import { writeAtomically } from '../../core/state/index.ts';
import { shownPath } from '../shown-path.ts';
import type { Looked } from './look-at.ts';

/** A correction can uncover the next one; more rounds than this mean that two of them undo each other. */
const mostRounds = 10;

export interface MakeFixes {
  readonly kind: 'safe' | 'suggested';
  readonly root: string;
  readonly cwd: string;
  readonly signal?: AbortSignal | undefined;
  /** Analyses again what is there now. */
  readonly lookAgain: () => Promise<Looked>;
}

export interface MadeFixes {
  /** What is found after all corrections. */
  readonly looked: Looked;
  readonly corrected: number;
  /** Relative to the working directory. */
  readonly written: readonly string[];
  /** Files that somebody changed in the meantime, and that were left alone. */
  readonly leftAlone: readonly string[];
}

/** Makes all corrections of a kind, round by round until none is left; each file is replaced whole or not at all. */
export async function makeFixes(first: Looked, options: MakeFixes): Promise<MadeFixes> {
  const { root, cwd, kind, signal, lookAgain } = options;
  const read = (path: string) => readFile(resolve(root, path), 'utf8').catch(() => undefined);
  const write = (path: string, text: string) => writeAtomically(resolve(root, path), text);
  const [written, leftAlone] = [new Set<string>(), new Set<string>()];
  let looked = first;
  let corrected = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const plan = planOf(looked, kind);
    if (plan.files.length === 0) break;
    const done = await writeFixes(plan, { read, write, ...(signal ? { signal } : {}) });
    for (const path of done.written) written.add(shownPath(path, cwd, root));
    for (const path of done.changedMeanwhile) leftAlone.add(shownPath(path, cwd, root));
    if (done.written.length === 0) break;
    corrected += plan.applied.length;
    looked = await lookAgain();
  }
  return { looked, corrected, written: [...written].toSorted(), leftAlone: [...leftAlone].toSorted() };
}

/** What corrections would change, as one diff that `patch -p1` takes in the working directory; empty for nothing. */
export async function fixPreview(
  looked: Looked,
  { kind, root, cwd }: Pick<MakeFixes, 'kind' | 'root' | 'cwd'>,
): Promise<string> {
  const { files } = planOf(looked, kind);
  const diffs = files.map((file) => fixDiff({ ...file, path: shownPath(file.path, cwd, root) }));
  return (await Promise.all(diffs)).join('').trimEnd();
}

/** Hints are no ground to change somebody's files. */
function planOf({ findings, texts }: Looked, kind: MakeFixes['kind']) {
  const sure = findings.filter(({ hint }) => !hint);
  return planFixes(sure, Object.fromEntries(texts), { kind });
}
