import { readdirSync, readFileSync } from 'node:fs';

/** A process as the system tells of it. */
export interface LiveProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Clock ticks between the start of the machine and of the process. */
  readonly start: number;
  readonly command: readonly string[];
  /** Empty for a process of somebody else. */
  readonly environment: readonly string[];
}

/** Every living process of this system that /proc tells of; none where there is no /proc. */
export function liveProcesses(): readonly LiveProcess[] {
  return names('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => liveProcess(Number(pid)) ?? []);
}

/** One process, or undefined when it is gone or dead. */
export function liveProcess(pid: number): LiveProcess | undefined {
  const stat = text(`/proc/${pid}/stat`);
  // The program's name stands in brackets, and may itself hold anything.
  const [state, parent, group, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (stat === '' || state === 'Z' || state === 'X') return undefined;
  return {
    pid,
    parent: Number(parent),
    group: Number(group),
    start: Number(fields[16]),
    command: words(`/proc/${pid}/cmdline`),
    environment: words(`/proc/${pid}/environ`),
  };
}

/** A process and those that it descends from. */
export function lineOf(pid: number): ReadonlySet<number> {
  const line = new Set<number>();
  for (let at = pid; at > 0 && !line.has(at); at = liveProcess(at)?.parent ?? 0) line.add(at);
  return line;
}

function words(path: string): readonly string[] {
  const all = text(path).split('\0');
  return all.at(-1) === '' ? all.slice(0, -1) : all;
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function names(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
