import { readlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
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
export async function isOwnerDead(lockFile: string): Promise<boolean> {
  const text = await readFile(lockFile, 'utf8').catch(() => '');
  const [, pid, place] = /^(\d+) (.+)$/.exec(text) ?? [];
  return pid !== undefined && place === here() && !isProcessAlive(Number(pid));
}
