import { readFileSync, writeFileSync } from 'node:fs';
import type { WorkspaceFolders } from '../../paths.ts';
import { journalPath } from '../journal-paths.ts';
import { type JournalReport, readJournal } from '../read-journals.ts';

/** Makes the journal of a run look as if its process had been killed. */
export async function killRun(folders: WorkspaceFolders, run: string): Promise<JournalReport> {
  const path = journalPath(folders, run);
  const [head = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const dead = { ...JSON.parse(head), pid: 2 ** 22 + 1 };
  writeFileSync(path, [JSON.stringify(dead), ...lines].join('\n'));
  return readJournal(path, run);
}
