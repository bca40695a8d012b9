import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { hashFile, readChecksum } from './checksum.ts';
import type { DeclaredIso } from './declared-isos.ts';

const Entry = z.object({
  version: z.literal(1),
  sha256: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  /** File names under which Packer kept it. */
  names: z.array(z.string()),
});
type Entry = z.infer<typeof Entry>;

/** An image in the store that was verified and has not changed since. */
export interface StoredIso {
  readonly path: string;
  readonly names: readonly string[];
}

/** Images that were downloaded once and verified, shared by all targets of a workspace. */
export interface IsoStore {
  find(iso: DeclaredIso, signal?: AbortSignal): Promise<StoredIso | undefined>;
  /** Takes a download in after it matched the checksum; answers whether it did. The file itself stays where it is. */
  add(iso: DeclaredIso, file: string, signal?: AbortSignal): Promise<boolean>;
  /** Takes an image out, however sound it looks; answers with what was there. */
  remove(iso: DeclaredIso): Promise<StoredIso | undefined>;
}

export function isoStore(folder: string): IsoStore {
  const place = (iso: DeclaredIso) => join(folder, iso.key);

  return {
    async find(iso, signal) {
      const path = join(place(iso), 'image');
      const entry = await readEntry(place(iso));
      if (!entry) return undefined;
      if (await isIntact(path, entry, signal)) return { path, names: entry.names };
      await rm(place(iso), { recursive: true, force: true });
      return undefined;
    },

    async add(iso, file, signal) {
      const checksum = readChecksum(iso.checksum);
      const hashes = await hashFile(file, ['sha256', ...(checksum ? [checksum.type] : [])], signal);
      if (checksum && hashes.get(checksum.type) !== checksum.value) return false;
      const fresh = `${place(iso)}.${randomUUID()}`;
      await mkdir(fresh, { recursive: true });
      const image = join(fresh, 'image');
      await share(file, image, { mayShare: checksum !== undefined });
      const { size, mtimeMs } = await stat(image);
      const entry: Entry = {
        version: 1,
        sha256: hashes.get('sha256') ?? '',
        size,
        mtimeMs,
        names: [basename(file)],
      };
      await writeFile(join(fresh, 'entry.json'), JSON.stringify(entry));
      await replaceFolder(fresh, place(iso));
      return true;
    },

    async remove(iso) {
      const entry = await readEntry(place(iso));
      await rm(place(iso), { recursive: true, force: true });
      return entry && { path: join(place(iso), 'image'), names: entry.names };
    },
  };
}

/**
 * A hard link costs nothing, and Packer refuses to read through symbolic links. Without a checksum Packer may write into
 * what it finds, so that image is copied.
 */
export async function share(from: string, to: string, { mayShare }: { mayShare: boolean }): Promise<void> {
  await rm(to, { force: true });
  if (!mayShare) return copyFile(from, to);
  await link(from, to).catch(() => copyFile(from, to));
}

async function readEntry(folder: string): Promise<Entry | undefined> {
  try {
    return Entry.parse(JSON.parse(await readFile(join(folder, 'entry.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Untouched since it was verified, or verified again. */
async function isIntact(path: string, entry: Entry, signal: AbortSignal | undefined): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile() || info.size !== entry.size) return false;
  if (info.mtimeMs === entry.mtimeMs) return true;
  const hashes = await hashFile(path, ['sha256'], signal);
  return hashes.get('sha256') === entry.sha256;
}

/** Another run may have put the same image there first: either one will do. */
async function replaceFolder(fresh: string, place: string): Promise<void> {
  await rm(place, { recursive: true, force: true });
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true, force: true }));
}
