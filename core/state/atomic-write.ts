import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { HybridError, reasonOf } from '../errors/index.ts';

/** Replaces a file as a whole: readers see the old or the new text, never a part, also after a crash or a full disk. */
export async function writeAtomically(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    // The library does not notice a short write on a full disk; writeFile does, before anything is renamed.
    await writeFileAtomic(path, '', { tmpfileCreated: (temporary) => writeFile(temporary, text) });
  } catch (cause) {
    throw new HybridError('PH_WORKSPACE_READONLY', { path, reason: reasonOf(cause) }, { cause });
  }
}

/** The same for plain data, as JSON that people can read. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomically(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Removes temporary files that killed writers of `path` left, their locks' included; only for the holder of its lock. */
export async function removeLeftovers(path: string): Promise<void> {
  const name = basename(path);
  const entries = await readdir(dirname(path)).catch(() => []);
  const leftovers = entries.filter(
    (entry) => entry.startsWith(name) && /^(\.lock)?(\.break)?\.\d+$/.test(entry.slice(name.length)),
  );
  await Promise.all(leftovers.map((entry) => rm(join(dirname(path), entry), { force: true })));
}
