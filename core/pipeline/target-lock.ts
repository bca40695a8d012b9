import { join } from 'node:path';
import { HybridError, isHybridError } from '../errors/index.ts';
import type { Target } from '../schema/index.ts';
import { type WorkspacePaths, withLock } from '../state/index.ts';

const WAIT_MS = 2_000;

/** Targets that runs of this process work on: the lock on disk would let them wait for each other. */
const busyHere = new Set<string>();

/** Keeps two runs from building one target at once: they would share its output folder; rejects with PH_TARGET_BUSY. */
export async function withTargetLock<T>(
  paths: WorkspacePaths,
  target: Target,
  { signal, work }: { readonly signal: AbortSignal; readonly work: () => Promise<T> },
): Promise<T> {
  const path = join(paths.state, 'targets', target.slug);
  if (busyHere.has(path)) throw new HybridError('PH_TARGET_BUSY', { target: target.id });
  busyHere.add(path);
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return work();
  };
  try {
    return await withLock(path, begin, { signal, waitMs: WAIT_MS });
  } catch (cause) {
    const isBusy = !hasBegun && isHybridError(cause) && cause.code === 'PH_WORKSPACE_LOCKED';
    throw isBusy ? new HybridError('PH_TARGET_BUSY', { target: target.id }, { cause }) : cause;
  } finally {
    busyHere.delete(path);
  }
}
