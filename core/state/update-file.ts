import { HybridError } from '../errors/index.ts';
import { removeLeftovers, writeJson } from './atomic-write.ts';
import { type LockOptions, withLock } from './lock.ts';
import { type FileFormat, parseVersioned, readText, readVersioned } from './versioned-file.ts';

/** A JSON file that several processes share. */
export interface SharedFile<T> {
  readonly path: string;
  readonly format: FileFormat<T>;
  /** What a file that does not exist yet stands for. */
  readonly initial: T;
}

/** Reads without waiting for anybody; a corrupt file is kept aside and reported. */
export async function readSharedFile<T>(file: SharedFile<T>, options?: LockOptions): Promise<T> {
  const text = await readText(file.path);
  if (text === undefined) return file.initial;
  const parsed = parseVersioned(file.path, text, file.format);
  if (parsed.ok) return parsed.value;
  // Moved aside only under the lock: a writer may be replacing it with a good one.
  const read = () => readVersioned(file.path, file.format);
  return (await withLock(file.path, read, options)) ?? file.initial;
}

/** Reads, changes and replaces the file as one step: of several processes at once no change is lost. */
export async function updateSharedFile<T>(
  file: SharedFile<T>,
  change: (value: T) => T | Promise<T>,
  options?: LockOptions,
): Promise<T> {
  return withLock(
    file.path,
    async (lease) => {
      const before = (await readVersioned(file.path, file.format)) ?? file.initial;
      const after = file.format.schema.parse(await change(before));
      if (!lease.isHeld()) throw new HybridError('PH_WORKSPACE_LOCKED', { path: file.path, waitedMs: 0 });
      await removeLeftovers(file.path);
      await writeJson(file.path, after);
      return after;
    },
    options,
  );
}
