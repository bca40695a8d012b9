import { closeSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { HybridError, reasonOf } from '../../errors/index.ts';
import type { Secrets } from '../../process/secrets.ts';
import { masked } from '../masked.ts';
import type { WorkspaceFolders } from '../paths.ts';
import { processStart } from '../process-alive.ts';
import { appendLine, openForAppending } from './append-lines.ts';
import { here } from './here.ts';
import type { Closing, Intent, JournalLine, Sighting } from './journal-line.ts';
import { journalPath } from './journal-paths.ts';

/** One thing that a run makes. */
export interface JournalEntry {
  /** Call it once the thing is there. */
  saw(what: Sighting): void;
  /** Call it once the thing is gone, or belongs to the user from now on. */
  close(why: Closing): void;
}

/** What a run makes, written down before it is made, so that whatever kills the run, its leftovers can be told. */
export interface Journal {
  /** On the disk when it returns; throws PH_WORKSPACE_READONLY when it cannot be written: then nothing may be made. */
  open(intent: Exclude<Intent, { kind: 'run' }>): JournalEntry;
  /** Ends the journal; the file stays only when something is still open. */
  close(): void;
}

export interface OpenJournalOptions {
  readonly run: string;
  readonly secrets: Pick<Secrets, 'redact'>;
}

/** The entry under which a journal tells of the run itself. */
export const RUN_ENTRY = 'run';

const noEntry: JournalEntry = { saw: () => undefined, close: () => undefined };

/** For a workspace that cannot be written: nothing is made there either. */
export const nullJournal: Journal = { open: () => noEntry, close: () => undefined };

/** Begins the journal of a run with who the run is. */
export function openJournal(folders: WorkspaceFolders, { run, secrets }: OpenJournalOptions): Journal {
  const path = journalPath(folders, run);
  const open = new Set<string>();
  let count = 0;
  let file: number | undefined = guarded(path, () => begin(path));

  function write(body: Omit<JournalLine, 'v' | 'at'>, durable: boolean): void {
    if (file === undefined) return;
    const line = { v: 1, at: new Date().toISOString(), ...masked(body, secrets) } as JournalLine;
    appendLine(file, line, durable);
  }
  /** What is lost here is only precision: the entry stays open, and its proof is looked for elsewhere. */
  function note(body: Omit<JournalLine, 'v' | 'at'>): void {
    try {
      write(body, false);
    } catch {
      // A full disk.
    }
  }

  const self = { kind: 'run', run, pid: process.pid, start: processStart(process.pid) ?? null } as const;
  guarded(path, () => write({ id: RUN_ENTRY, ...self, ...here() } as JournalLine, true));
  return {
    open(intent) {
      count += 1;
      const id = String(count);
      // A process does not outlive the machine, so its intent need not outlive it either.
      guarded(path, () => write({ id, ...intent } as JournalLine, intent.kind !== 'process'));
      open.add(id);
      return {
        saw: (saw) => note({ id, saw } as JournalLine),
        close(closed) {
          if (open.delete(id)) note({ id, closed } as JournalLine);
        },
      };
    },
    close() {
      if (file === undefined) return;
      note({ id: RUN_ENTRY, closed: 'over' } as JournalLine);
      closeSync(file);
      file = undefined;
      if (open.size === 0) rmSync(path, { force: true });
    },
  };
}

function begin(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openForAppending(path, 'ax+');
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new HybridError('PH_WORKSPACE_READONLY', { path, reason: reasonOf(cause) }, { cause });
  }
}
