import { rmSync } from 'node:fs';
import { appendTo } from './append-lines.ts';
import type { Closing } from './journal-line.ts';
import { type JournalReport, type OpenEntry, readJournal } from './read-journals.ts';

/** Closes entries of a run that is over, and removes its journal when nothing is open any more. */
export async function closeEntries(
  { path, run }: Pick<JournalReport, 'path' | 'run'>,
  entries: readonly Pick<OpenEntry, 'id'>[],
  closed: Closing,
): Promise<void> {
  const at = new Date().toISOString();
  if (entries.length > 0)
    appendTo(
      path,
      entries.map(({ id }) => ({ v: 1, at, id, closed })),
    );
  if ((await readJournal(path, run)).open.length === 0) rmSync(path, { force: true });
}
