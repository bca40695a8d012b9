import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PathClaim } from 'packer-hybrid';
import { create } from 'tar';
import type { BundleFile } from './bundle-file.ts';

export interface BundleTarget {
  /** Where the archive goes. */
  readonly path: string;
  readonly at: Date;
  /** Announces a folder that has to go again, so that a killed run leaves nothing. */
  claim(path: string): Promise<PathClaim>;
}

/** `manifest.json` of a bundle: what is in it, what is missing, and what was masked. */
export function manifestOf(files: readonly BundleFile[], at: Date): object {
  return {
    version: 1,
    created_at: at.toISOString(),
    masked_with: '***',
    files: files.map(({ name, text, bytes_of_original, is_cut, masked }) => ({
      ...{ name, bytes: Buffer.byteLength(text), bytes_of_original, is_cut, masked },
    })),
  };
}

/** Packs the files and their manifest; the archive appears as a whole, and no owner, device or path of this machine is in it. */
export async function writeBundle(
  files: readonly BundleFile[],
  { path, at, claim }: BundleTarget,
): Promise<void> {
  const folder = `${path}.parts`;
  const claimed = await claim(folder);
  try {
    await mkdir(folder, { recursive: true });
    claimed.look();
    const manifest = `${JSON.stringify(manifestOf(files, at), null, 2)}\n`;
    for (const { name, text } of [{ name: 'manifest.json', text: manifest }, ...files])
      await writeFile(join(folder, name), text, { mode: 0o600 });
    const archive = join(folder, 'bundle.tar.gz');
    const options = { cwd: folder, file: archive, gzip: true, portable: true, mtime: at };
    await create(options, ['manifest.json', ...files.map(({ name }) => name)]);
    await rename(archive, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
    claimed.close('gone');
  }
}
