import { setTimeout as sleep } from 'node:timers/promises';
import type { LeftProcess } from './find-processes.ts';

const PAUSE_MS = 100;
/** What comes up while others are being ended is ended too, but not for ever. */
const ROUNDS = 5;

export interface EndOptions {
  readonly signal: AbortSignal;
  /** Whether they may end themselves first, by SIGTERM: they may clean up then, wherever that is. */
  readonly gently: boolean;
  /** How long processes may take to end themselves before SIGKILL. */
  readonly graceMs: number;
}

/**
 * Ends processes one by one, never by group or name, each checked again right before it is signalled. Answers with those
 * that are still there.
 */
export async function endProcesses(
  find: () => readonly LeftProcess[],
  { signal, gently, graceMs }: EndOptions,
): Promise<readonly LeftProcess[]> {
  const signals = gently ? (['SIGTERM', 'SIGKILL'] as const) : (['SIGKILL'] as const);
  for (let round = 0; round < ROUNDS; round += 1) {
    const left = find();
    if (left.length === 0) return [];
    for (const name of signals) {
      signal.throwIfAborted();
      for (const each of left) if (each.isStillIt()) send(each.pid, name);
      await untilGone(left, graceMs, signal);
    }
  }
  return find();
}

async function untilGone(left: readonly LeftProcess[], waitMs: number, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + waitMs;
  while (left.some((each) => each.isStillIt()) && performance.now() < deadline) {
    await sleep(PAUSE_MS, undefined, { signal });
  }
}

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between, or is not ours to end: both show when we look again.
  }
}
