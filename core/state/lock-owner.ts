import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isProcessAlive } from './process-alive.ts';

/** Where process numbers mean the same as here: the machine and, in containers, their own numbering. */
function here(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

/** What a lock file says about who holds it. */
export function ownerText(): string {
  return `${process.pid} ${here()}`;
}

/** Whether the holder named in a lock file ran here and is gone; unsure means no. */
export function isOwnerDead(lockFile: string): boolean {
  try {
    const [, pid, place] = /^(\d+) (.+)$/.exec(readFileSync(lockFile, 'utf8')) ?? [];
    return pid !== undefined && place === here() && !isProcessAlive(Number(pid));
  } catch {
    return false;
  }
}
