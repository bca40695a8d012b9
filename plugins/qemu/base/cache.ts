import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BaseContext, BaseImage } from './base-image.ts';
import { hashFile } from './hash-file.ts';

const Entry = z.object({
  disk: z.string(),
  checksum: z.string(),
  kernel: z.string().exactOptional(),
  initrd: z.string().exactOptional(),
  seed: z.string().exactOptional(),
  privateKey: z.string(),
  sshUser: z.string(),
  recipeHash: z.string(),
});
type Entry = z.infer<typeof Entry>;

/** What a maker leaves in its temporary folder: names of files in it. */
export type MadeBase = Omit<Entry, 'checksum' | 'recipeHash'>;

/**
 * Gives the base of a recipe, made once. It is made aside and moved in whole, so an aborted run leaves nothing half done,
 * and of two runs at once the first to finish wins and both use its result.
 */
export async function cachedBase(
  { folder, signal }: BaseContext,
  recipeHash: string,
  make: (temporary: string) => Promise<MadeBase>,
): Promise<BaseImage> {
  const home = join(folder, recipeHash.slice(0, 16));
  const found = await readEntry(home);
  if (found) return found;

  await mkdir(folder, { recursive: true });
  const temporary = await mkdtemp(join(folder, '.making-'));
  try {
    const made = await make(temporary);
    const checksum = await hashFile(join(temporary, made.disk), 'sha256');
    signal?.throwIfAborted();
    const entry: Entry = { ...made, checksum: `sha256:${checksum}`, recipeHash };
    await writeFile(join(temporary, 'base.json'), `${JSON.stringify(entry, undefined, 2)}\n`);
    await moveIn(temporary, home);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }

  const base = await readEntry(home);
  if (!base) throw new Error(`The base image in ${home} is incomplete: remove that folder and run again.`);
  return base;
}

async function moveIn(temporary: string, home: string): Promise<void> {
  try {
    await rename(temporary, home);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

async function readEntry(home: string): Promise<BaseImage | undefined> {
  const text = await readFile(join(home, 'base.json'), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { kernel, initrd, seed, ...entry } = Entry.parse(JSON.parse(text));
  return {
    ...entry,
    disk: join(home, entry.disk),
    privateKey: join(home, entry.privateKey),
    ...(kernel && { kernel: join(home, kernel) }),
    ...(initrd && { initrd: join(home, initrd) }),
    ...(seed && { seed: join(home, seed) }),
  };
}
