import {
  endProcesses,
  type JournalReport,
  type LeftProcess,
  leftProcesses,
  unprovenProcesses,
} from '../../core/state/index.ts';
import type { Leftover } from './document.ts';
import type { FoundMachines } from './find-machines.ts';
import type { Reaping } from './reaping.ts';

/**
 * Ends every process of a run; one that is a machine is told as that. Packer that is asked to end removes its output folder,
 * be it a later run's by now: it is only asked where nobody else could destroy its machine.
 */
export async function reapProcesses(
  journal: JournalReport,
  { machines, unsearched }: FoundMachines,
  { dryRun, signal, graceMs }: Reaping,
): Promise<readonly Leftover[]> {
  const found = new Map(leftProcesses(journal).map((each) => [each.pid, each]));
  const gently = unsearched.length > 0 && !journal.takenOver;
  const still = dryRun ? [] : await endProcesses(() => noted(journal, found), { signal, gently, graceMs });
  const stubborn = new Set(still.map(({ pid }) => pid));
  return [...found.values()].map(({ pid, command }) => {
    const machine = machines.find((each) => each.machine.pid === pid);
    const isStill = stubborn.has(pid);
    return {
      run: journal.run,
      kind: machine ? 'machine' : 'process',
      what: machine ? machine.machine.what : command,
      pid,
      outcome: dryRun ? 'found' : isStill ? 'failed' : 'removed',
      reason: isStill ? 'It does not end, not even by SIGKILL.' : null,
    };
  });
}

/** Processes that may be of a run, on a system that does not tell enough to be sure. */
export function keptProcesses(journal: JournalReport): readonly Leftover[] {
  return unprovenProcesses(journal).map(({ pid, command }) => ({
    ...{ run: journal.run, kind: 'process', what: command, pid, outcome: 'kept' },
    reason: 'this system does not tell when a process began; look at it, and end it if it is this one',
  }));
}

/** Also what comes up while others end belongs into the answer. */
function noted(journal: JournalReport, found: Map<number, LeftProcess>): readonly LeftProcess[] {
  const left = leftProcesses(journal);
  for (const each of left) found.set(each.pid, each);
  return left;
}
