import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HybridError } from 'packer-hybrid';
import * as z from 'zod';
import type { BaseContext, BaseImage } from './base-image.ts';
import { hashFile } from './hash-file.ts';
import { removeAbandoned, temporaryPrefix } from './remove-abandoned.ts';

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

/** Where the base of a recipe lies, or will lie. */
export function homeOf(folder: string, recipeHash: string): string {
  return join(folder, recipeHash.slice(0, 16));
}

/**
 * Gives the base of a recipe, made once. It is made aside and moved in whole, so an aborted run leaves nothing half done,
 * and of two runs at once the first to finish wins and both use its result.
 */
export async function cachedBase(
  { folder, signal }: BaseContext,
  recipeHash: string,
  make: (temporary: string) => Promise<MadeBase>,
): Promise<BaseImage> {
  const home = homeOf(folder, recipeHash);
  const found = await readEntry(home);
  if (found) return found;

  await mkdir(folder, { recursive: true });
  await removeAbandoned(folder);
  const temporary = await mkdtemp(join(folder, temporaryPrefix()));
  try {
    const made = await make(temporary);
    const checksum = await hashFile(join(temporary, made.disk), 'sha256');
    signal?.throwIfAborted();
    const entry: Entry = { ...made, checksum: `sha256:${checksum}`, recipeHash };
    await writeFile(join(temporary, 'base.json'), `${JSON.stringify(entry, undefined, 2)}\n`);
    return await moveIn(temporary, home);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function moveIn(temporary: string, home: string): Promise<BaseImage> {
  const isMoved = await moveTo(temporary, home);
  const base = await readEntry(home);
  if (base) return base;
  // Somebody took files out of the folder: it is of no use to anybody.
  if (!isMoved) {
    await rm(home, { recursive: true, force: true });
    await moveTo(temporary, home);
  }
  const replaced = await readEntry(home);
  if (replaced) return replaced;
  throw new HybridError('PH_BASE_FAILED', { command: 'rename', reason: `${home} is incomplete` });
}

async function moveTo(temporary: string, home: string): Promise<boolean> {
  try {
    await rename(temporary, home);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    return false;
  }
}

/** A base that was made before, or undefined when it was not, or not all of it is there any more. */
export async function readEntry(home: string): Promise<BaseImage | undefined> {
  const text = await readFile(join(home, 'base.json'), 'utf8').catch(() => undefined);
  const parsed = Entry.safeParse(text === undefined ? undefined : parseJson(text));
  if (!parsed.success) return undefined;
  const { kernel, initrd, seed, ...entry } = parsed.data;
  const base = {
    ...entry,
    disk: join(home, entry.disk),
    privateKey: join(home, entry.privateKey),
    ...(kernel && { kernel: join(home, kernel) }),
    ...(initrd && { initrd: join(home, initrd) }),
    ...(seed && { seed: join(home, seed) }),
  };
  return (await areThere([base.disk, base.privateKey, base.kernel, base.initrd, base.seed]))
    ? base
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function areThere(paths: readonly (string | undefined)[]): Promise<boolean> {
  try {
    for (const path of paths) if (path !== undefined) await access(path);
    return true;
  } catch {
    return false;
  }
}
