import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { HybridError, reasonOf } from '../errors/index.ts';
import { removeDeadLock } from './dead-lock.ts';
import { lockFiles } from './lock-files.ts';

const WAIT_MS = 30_000;
const HEARTBEAT_MS = 1_000;
const NEVER_STALE = 2 ** 52;

export interface LockOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the lock, 30,000 ms unless told. */
  readonly waitMs?: number | undefined;
}

/** Proves to the holder, before it writes, that the lock is still its own. */
export interface Lease {
  isHeld(): boolean;
}

const queues = new Map<string, Promise<unknown>>();

/** Runs `work` while no other process and nobody else in this one works on `path`; gives the lock back however it ends. */
export async function withLock<T>(
  path: string,
  work: (lease: Lease) => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const before = queues.get(path) ?? Promise.resolve();
  const turn = before.then(() => lockedOnce(path, work, options));
  const settled = turn.catch(() => undefined);
  queues.set(path, settled);
  try {
    return await turn;
  } finally {
    if (queues.get(path) === settled) queues.delete(path);
  }
}

async function lockedOnce<T>(path: string, work: (lease: Lease) => Promise<T>, options: LockOptions) {
  let held = true;
  const release = await acquire(path, options, () => {
    held = false;
  });
  try {
    return await work({ isHeld: () => held });
  } finally {
    if (held) await release().catch(() => undefined);
  }
}

async function acquire(path: string, options: LockOptions, onCompromised: () => void) {
  const { signal, waitMs = WAIT_MS } = options;
  const started = Date.now();
  for (;;) {
    signal?.throwIfAborted();
    const release = await tryLock(path, onCompromised);
    if (release !== undefined) return release;
    if (removeDeadLock(`${path}.lock`)) continue;
    const waitedMs = Date.now() - started;
    if (waitedMs >= waitMs) throw new HybridError('PH_WORKSPACE_LOCKED', { path, waitedMs });
    await sleep(10 + Math.random() * 30, undefined, signal ? { signal } : {});
  }
}

async function tryLock(path: string, onCompromised: () => void) {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await lock(path, {
      realpath: false,
      fs: lockFiles,
      // proper-lockfile can take over a stale lock twice at once; removeDeadLock cannot.
      stale: NEVER_STALE,
      update: HEARTBEAT_MS,
      onCompromised,
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
    throw new HybridError('PH_WORKSPACE_READONLY', { path, reason: reasonOf(cause) }, { cause });
  }
}
