import { isProcessAlive, processStart } from '../process-alive.ts';
import { type Here, here } from './here.ts';
import type { JournalReport } from './read-journals.ts';

/** `elsewhere`: it ran on another machine or in another container, and nothing here can tell whether it still does. */
export type RunLife = 'alive' | 'dead' | 'elsewhere';

/** Whether the process of a run still works on it; when in doubt, it does. */
export function lifeOf({ self, over }: JournalReport, now: Here = here()): RunLife {
  if (over) return 'dead';
  if (!self) return 'alive';
  if (self.place !== now.place) return 'elsewhere';
  if (self.boot !== now.boot) return 'dead';
  if (!isProcessAlive(self.pid)) return 'dead';
  const start = processStart(self.pid);
  return self.start !== null && start !== undefined && start !== self.start ? 'dead' : 'alive';
}
