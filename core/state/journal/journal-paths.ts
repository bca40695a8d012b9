import { join } from 'node:path';
import type { WorkspaceFolders } from '../paths.ts';

/** `state/journal`: one file for each run that is under way or that left something. */
export function journalFolder(folders: Pick<WorkspaceFolders, 'state'>): string {
  return join(folders.state, 'journal');
}

/** `state/journal/<run>.ndjson` */
export function journalPath(folders: Pick<WorkspaceFolders, 'state'>, run: string): string {
  return join(journalFolder(folders), `${run}.ndjson`);
}
