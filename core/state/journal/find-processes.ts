import { commandLine } from '../../process/command-line.ts';
import { isProcessAlive } from '../process-alive.ts';
import { here } from './here.ts';
import { type LiveProcess, lineOf, liveProcess, liveProcesses } from './live-process.ts';
import { type JournalReport, processSeen } from './read-journals.ts';
import { RUN_MARK } from './run-mark.ts';

/** A process that provably belongs to a run that is over. */
export interface LeftProcess {
  readonly pid: number;
  readonly command: string;
  /** Looks again: false as soon as its number belongs to another process. */
  isStillIt(): boolean;
}

/**
 * Processes of a run: those that bear its mark and began after it, and those that its journal names by number, start and
 * command. Never we ourselves, nor a process that we descend from.
 */
export function leftProcesses(journal: JournalReport): readonly LeftProcess[] {
  const now = here();
  const { self } = journal;
  if (!self || self.place !== now.place || self.boot !== now.boot) return [];
  const ourselves = lineOf(process.pid);
  return liveProcesses()
    .filter((live) => !ourselves.has(live.pid) && isProven(live, journal))
    .map((live) => ({
      pid: live.pid,
      command: commandLine(live.command[0] ?? '', live.command.slice(1)),
      isStillIt: () => isSame(live, liveProcess(live.pid)) && !lineOf(process.pid).has(live.pid),
    }));
}

/**
 * Processes that the journal names where the system does not tell enough to prove that they are still the same: somebody
 * else has to look. None on Linux, unless /proc is missing.
 */
export function unprovenProcesses({ open }: JournalReport): readonly { pid: number; command: string }[] {
  if (liveProcess(process.pid) !== undefined) return [];
  return open.flatMap((entry) => {
    const pid = processSeen(entry)?.pid;
    if (pid === undefined || entry.intent.kind !== 'process' || !isProcessAlive(pid)) return [];
    return [{ pid, command: entry.intent.command }];
  });
}

function isProven(live: LiveProcess, journal: JournalReport): boolean {
  const { self } = journal;
  // Numbers are handed out anew, but never to somebody who began earlier.
  if (self?.start == null || live.start < self.start) return false;
  if (live.environment.includes(`${RUN_MARK}=${journal.run}`)) return true;
  return journal.open.some((entry) => {
    const seen = processSeen(entry);
    const isIt = seen?.pid === live.pid && seen.start === live.start;
    return isIt && entry.intent.kind === 'process' && isCommand(live, entry.intent.command);
  });
}

function isCommand({ command: [file = '', ...args] }: LiveProcess, command: string): boolean {
  return commandLine(file, args) === command;
}

function isSame(before: LiveProcess, now: LiveProcess | undefined): boolean {
  return now !== undefined && now.start === before.start && now.pid === before.pid;
}
