import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../../core/errors/index.ts';
import {
  closeEntries,
  type JournalReport,
  type OpenEntry,
  type PathIntent,
  pathEntries,
  provePath,
  readJournal,
  withLock,
} from '../../core/state/index.ts';
import type { Leftover } from './document.ts';
import type { Reaping } from './reaping.ts';

type PathEntry = OpenEntry<PathIntent>;

/** Removes the folders and files that a run announced, as far as they are provably what it made. */
export async function reapPaths(journal: JournalReport, reaping: Reaping): Promise<readonly Leftover[]> {
  const leftovers: Leftover[] = [];
  for (const entry of pathEntries(journal)) {
    const outcome = await reapPath(journal, entry, reaping);
    if (outcome === undefined) continue;
    const { kind, path } = entry.intent;
    leftovers.push({ run: journal.run, kind, what: path, pid: null, ...outcome });
  }
  return leftovers;
}

type PathOutcome = Pick<Leftover, 'outcome' | 'reason'>;

/** Undefined when there is nothing. */
async function reapPath(
  journal: JournalReport,
  entry: PathEntry,
  reaping: Reaping,
): Promise<PathOutcome | undefined> {
  const verdict = provePath(entry, reaping);
  if (verdict.is === 'not proven') return { outcome: 'kept', reason: verdict.reason };
  if (reaping.dryRun) return verdict.is === 'gone' ? undefined : { outcome: 'found', reason: null };
  try {
    return await whileNobodyBuilds(entry, reaping, () => removePath(journal, entry, reaping));
  } catch (cause) {
    return { outcome: 'failed', reason: reasonOf(cause) };
  }
}

/** A run that builds the target now may already have taken the path over. */
function whileNobodyBuilds<T>(
  { intent }: PathEntry,
  { folders, signal }: Reaping,
  work: () => Promise<T>,
): Promise<T> {
  if (intent.target === null) return work();
  return withLock(join(folders.state, 'targets', intent.target), work, { signal, waitMs: 0 });
}

async function removePath(
  journal: JournalReport,
  { id }: PathEntry,
  reaping: Reaping,
): Promise<PathOutcome | undefined> {
  const now = pathEntries(await readJournal(journal.path, journal.run)).find((entry) => entry.id === id);
  if (!now) return undefined;
  const verdict = provePath(now, reaping);
  if (verdict.is === 'not proven') return { outcome: 'kept', reason: verdict.reason };
  if (verdict.is === 'ours') await rm(now.intent.path, { recursive: true, force: true });
  await closeEntries(journal, [now], verdict.is === 'ours' ? 'reaped' : 'gone');
  return verdict.is === 'ours' ? { outcome: 'removed', reason: null } : undefined;
}
