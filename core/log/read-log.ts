import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';

async function filesOf(path: string): Promise<readonly string[]> {
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
export async function* readLog(path: string): AsyncIterable<string> {
  for (const file of await filesOf(path)) {
    const input = createReadStream(file);
    try {
      yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    } finally {
      input.destroy();
    }
  }
}
