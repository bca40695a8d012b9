import { statSync, unlinkSync } from 'node:fs';
import { createLockFile } from './lock-files.ts';
import { ownerOf } from './lock-owner.ts';

/** A holder on another machine whose lock was not touched for this long is taken for dead. */
const SILENT_MS = 8_000;

/**
 * Removes a lock whose holder is gone, and says whether it did.
 * Of several removers at once one does it: another could remove the lock that was taken after the first removal.
 * Everything here is synchronous, so that being killed in between is next to impossible.
 */
export function removeDeadLock(lockFile: string): boolean {
  if (!isDead(lockFile)) return false;
  const guard = `${lockFile}.break`;
  if (isDead(guard)) remove(guard);
  if (!isCreated(guard)) return false;
  const isRemoved = isDead(lockFile) && remove(lockFile);
  remove(guard);
  return isRemoved;
}

function isDead(lockFile: string): boolean {
  const owner = ownerOf(lockFile);
  // One that lives here is never taken over, even when it was silent: the machine may have slept.
  if (owner !== 'unknown') return owner === 'dead';
  const found = statSync(lockFile, { throwIfNoEntry: false });
  return found !== undefined && found.mtimeMs < Date.now() - SILENT_MS;
}

function isCreated(path: string): boolean {
  try {
    createLockFile(path);
    return true;
  } catch {
    return false;
  }
}

function remove(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}
