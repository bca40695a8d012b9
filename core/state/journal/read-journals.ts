import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceFolders } from '../paths.ts';
import {
  type Intent,
  JournalLine,
  type RunIntent,
  type SightedPath,
  type SightedProcess,
  type Sighting,
} from './journal-line.ts';
import { journalFolder } from './journal-paths.ts';
import { RUN_ENTRY } from './open-journal.ts';

/** An intent that nobody closed, and what was seen of it. */
export interface OpenEntry<I extends Intent = Intent> {
  readonly id: string;
  readonly at: string;
  readonly intent: I;
  readonly saw: Sighting | undefined;
}

/** What the journal of one run says. */
export interface JournalReport {
  readonly run: string;
  readonly path: string;
  /** Undefined when the run was killed before it had made anything. */
  readonly self: RunIntent | undefined;
  /** Whether the run said that it is over. */
  readonly over: boolean;
  readonly open: readonly OpenEntry[];
  /** Whether a later run works where this one did. */
  readonly takenOver: boolean;
}

/** The journals of a workspace, oldest run first; lines that are torn or of a kind we do not know are left out. */
export async function readJournals(
  folders: Pick<WorkspaceFolders, 'state'>,
): Promise<readonly JournalReport[]> {
  const folder = journalFolder(folders);
  const names = await readdir(folder).catch(() => []);
  const paths = names.filter((name) => name.endsWith('.ndjson')).sort();
  return Promise.all(paths.map((name) => readJournal(join(folder, name), name.slice(0, -'.ndjson'.length))));
}

/** One journal; empty when there is no such file. */
export async function readJournal(path: string, run: string): Promise<JournalReport> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const open = new Map<string, OpenEntry>();
  let self: RunIntent | undefined;
  let over = false;
  let takenOver = false;
  for (const line of text.split('\n').flatMap(parsed)) {
    const entry = open.get(line.id);
    if ('kind' in line) {
      const { v, at, id, ...intent } = line;
      if (intent.kind === 'run') self = intent.run === run ? intent : self;
      else open.set(id, { id, at, intent, saw: undefined });
    } else if ('closed' in line) {
      open.delete(line.id);
      over ||= line.id === RUN_ENTRY;
      takenOver ||= line.closed === 'taken over';
    } else if (entry) open.set(line.id, { ...entry, saw: line.saw });
  }
  return { run, path, self, over, open: [...open.values()], takenOver };
}

function parsed(line: string): readonly JournalLine[] {
  try {
    const result = JournalLine.safeParse(JSON.parse(line));
    return result.success ? [result.data as JournalLine] : [];
  } catch {
    return [];
  }
}

/** What was seen of a process. */
export function processSeen({ saw }: OpenEntry): SightedProcess | undefined {
  return saw && 'pid' in saw ? saw : undefined;
}

/** What was seen of a folder or file. */
export function pathSeen({ saw }: OpenEntry): SightedPath | undefined {
  return saw && 'inode' in saw ? saw : undefined;
}
