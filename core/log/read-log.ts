import { access } from 'node:fs/promises';
import { readLines } from './read-lines.ts';

/** The files of a log, oldest first: those that were put aside, then the one that is written now. */
export async function logParts(path: string): Promise<readonly string[]> {
  const files = [path];
  for (let number = 1; ; number += 1) {
    const file = `${path}.${number}`;
    try {
      await access(file);
    } catch {
      return files.reverse();
    }
    files.push(file);
  }
}

/** Every line of a log, oldest first, including the files that were put aside; nothing when there is no log. */
export async function* readLog(path: string): AsyncGenerator<string> {
  for (const file of await logParts(path)) yield* readLines(file);
}
