import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const PREFIX = '.making-';
const owner = `${hostname().replaceAll(/[^\w]/g, '_')}-`;

/** The start of a temporary folder's name: it tells who works in it. */
export function temporaryPrefix(pid = process.pid): string {
  return `${PREFIX}${owner}${pid}-`;
}

/** Removes what a killed process of this machine could not take away itself. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${PREFIX}${owner}`)) continue;
    const pid = Number(name.slice(PREFIX.length + owner.length).split('-')[0]);
    if (!isAlive(pid)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
