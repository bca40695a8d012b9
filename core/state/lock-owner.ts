import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isProcessAlive, processStart } from './process-alive.ts';

/** Where process numbers mean the same as here: the machine and, in containers, their own numbering. */
export function placeOfProcesses(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** What a lock file says about who holds it: process, when it began, machine. */
export function ownerText(pid: number = process.pid): string {
  return `${pid} ${processStart(pid) ?? '-'} ${placeOfProcesses()}`;
}

/** Whether the holder that a lock file names still runs; `unknown` for one elsewhere, or when the file does not tell. */
export function ownerOf(lockFile: string): 'alive' | 'dead' | 'unknown' {
  const [, pid, start, place] = /^(\d+) (\d+|-) (.+)$/.exec(textOf(lockFile)) ?? [];
  if (pid === undefined || place !== placeOfProcesses()) return 'unknown';
  if (!isProcessAlive(Number(pid))) return 'dead';
  // Its number may belong to a later process by now.
  return start === String(processStart(Number(pid)) ?? '-') ? 'alive' : 'dead';
}

function textOf(lockFile: string): string {
  try {
    return readFileSync(lockFile, 'utf8');
  } catch {
    return '';
  }
}
