import { signalGroup, waitForEmptyGroup } from './process-group.ts';
import type { RunProcessOptions } from './process-result.ts';

const defaultGraceMs = 5_000;
/** Members that end together with their leader are no leftovers. */
const settleMs = 200;
/** How long members may take to end after their leader: the grace is meant for the leader, who cleans up. */
const leftoverMs = 10_000;
/** Even SIGKILL takes its time; a process that hangs inside the system never answers to it. */
const killMs = 10_000;
/** Timers with a longer time fire at once. */
const longestTimerMs = 2 ** 31 - 1;

const after = (ms: number, action: () => void) => setTimeout(action, Math.min(ms, longestTimerMs));

/** Watches one process group: stops it when asked, and ends what its leader left behind. */
export interface GroupStop {
  /** Why it was stopped, if it was. */
  cause(): 'cancelled' | 'timeout' | undefined;
  /** Resolves when the group did not even end after SIGKILL: waiting longer makes no sense. */
  readonly lost: Promise<void>;
  /** Call it when the leader has ended: from then on nothing counts as a stop. */
  release(): void;
  /** Resolves with the number of members that had to be ended after their leader. */
  endLeftovers(): Promise<number>;
}

/** Sends the stop signal on cancellation or time-out, and SIGKILL when the grace is over. */
export function watchGroup(group: number, options: RunProcessOptions): GroupStop {
  const { signal, timeoutMs, stopSignal = 'SIGTERM', graceMs = defaultGraceMs } = options;
  const timers: NodeJS.Timeout[] = [];
  let cause: 'cancelled' | 'timeout' | undefined;
  let killAt = Number.POSITIVE_INFINITY;
  let giveUp = () => {};
  const lost = new Promise<void>((resolve) => {
    giveUp = resolve;
  });

  function kill(): void {
    signalGroup(group, 'SIGKILL');
    timers.push(after(killMs, giveUp));
  }
  function stop(why: 'cancelled' | 'timeout'): void {
    if (cause !== undefined) return;
    cause = why;
    killAt = performance.now() + graceMs;
    signalGroup(group, stopSignal);
    timers.push(after(graceMs, kill));
  }
  async function endLeftovers(): Promise<number> {
    const members = await waitForEmptyGroup(group, settleMs);
    if (members === 0) return 0;
    // Once more, and not as gently: a member that slept through the first signal has nobody left to tell it.
    signalGroup(group, 'SIGTERM');
    const patience = Math.min(graceMs, leftoverMs, killAt - performance.now());
    if ((await waitForEmptyGroup(group, patience)) === 0) return members;
    signalGroup(group, 'SIGKILL');
    await waitForEmptyGroup(group, killMs);
    return members;
  }

  const onAbort = () => stop('cancelled');
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();
  if (timeoutMs !== undefined) timers.push(after(timeoutMs, () => stop('timeout')));
  return {
    cause: () => cause,
    lost,
    endLeftovers,
    release() {
      signal?.removeEventListener('abort', onAbort);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
