import type { ProcessJournal } from '../../process/create-processes.ts';
import { processStart } from '../process-alive.ts';
import type { Journal } from './open-journal.ts';

/** Lets every program of a run be in its journal; a program starts even when the disk is full. */
export function processJournal(journal: Journal): ProcessJournal {
  return {
    intend(command) {
      const entry = opened(journal, command);
      return {
        started: (pid) => entry?.saw({ pid, start: processStart(pid) ?? null, group: pid }),
        ended: () => entry?.close('gone'),
      };
    },
  };
}

/** Its mark still tells whose it is, so a missing line costs nothing but the command. */
function opened(journal: Journal, command: string) {
  try {
    return journal.open({ kind: 'process', command });
  } catch {
    return undefined;
  }
}
