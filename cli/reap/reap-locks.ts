import { deadLocks, removeLock } from '../../core/state/index.ts';
import type { Leftover } from './document.ts';
import type { Reaping } from './reaping.ts';

/** Takes away locks whose holders were killed. */
export async function reapLocks({ folders, dryRun }: Reaping): Promise<readonly Leftover[]> {
  return (await deadLocks(folders)).map((path) => {
    const isGone = !dryRun && removeLock(path);
    const outcome = dryRun ? 'found' : isGone ? 'removed' : 'kept';
    const reason = outcome === 'kept' ? 'somebody else takes it over' : null;
    return { run: null, kind: 'lock', what: path, pid: null, outcome, reason };
  });
}
