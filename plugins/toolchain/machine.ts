import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** What the toolchain asks the machine: replaced in tests. */
export interface Machine {
  readonly isRoot: boolean;
  /** Absolute path of a program, or undefined. */
  find(program: string): Promise<string | undefined>;
  readText(path: string): Promise<string>;
}

/** Root's programs: Debian leaves these folders out of PATH for other users and after a plain `su`. */
const rootFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** This machine, looked at anew each time: what was just installed is found. */
export function thisMachine(env: Readonly<Record<string, string | undefined>> = process.env): Machine {
  return {
    isRoot: process.getuid?.() === 0,
    find: (program) => findProgram(program, [...(env.PATH ?? '').split(delimiter), ...rootFolders]),
    readText: (path) => readFile(path, 'utf8').catch(() => ''),
  };
}

async function findProgram(program: string, folders: readonly string[]): Promise<string | undefined> {
  const candidates = isAbsolute(program)
    ? [program]
    : folders.filter((folder) => folder !== '').map((folder) => join(folder, program));
  for (const path of candidates) if (await isExecutable(path)) return path;
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
