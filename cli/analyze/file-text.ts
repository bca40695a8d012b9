import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A file's text as it is now; a file that is gone or cannot be read has none. */
export function fileText(folder: string, file: string): string | undefined {
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch {
    return undefined;
  }
}
