import { type JournalReport, lifeOf, readJournals } from '../../core/state/index.ts';
import type { ReapDocument } from './document.ts';
import { reapLocks } from './reap-locks.ts';
import { reapRun } from './reap-run.ts';
import type { Reaping } from './reaping.ts';

const reasons = {
  alive: 'It is still under way.',
  elsewhere: 'It ran on another machine or in another container: reap there.',
} as const;

/** Takes away what killed runs of a workspace left, and nothing that is not provably theirs. */
export async function reapWorkspace(reaping: Reaping): Promise<ReapDocument> {
  const { folders, dryRun, signal } = reaping;
  const locks = await reapLocks(reaping);
  const reaped = [];
  const skipped = [];
  for (const journal of await readJournals(folders)) {
    signal.throwIfAborted();
    const life = lifeOf(journal);
    if (life === 'dead') reaped.push(await reapRun(journal, reaping));
    else if (isWorthTelling(journal)) skipped.push({ run: journal.run, reason: reasons[life] });
  }
  return {
    version: 1,
    dry_run: dryRun,
    leftovers: [...locks, ...reaped.flatMap(({ leftovers }) => leftovers)],
    unsearched: reaped.flatMap(({ unsearched }) => unsearched),
    skipped,
  };
}

/** A journal without a beginning: its run was killed before it made anything. */
function isWorthTelling({ self }: JournalReport): boolean {
  return self !== undefined;
}
