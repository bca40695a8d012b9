import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TargetContext } from 'packer-hybrid';

/** A folder for Packer's temporary files, gone after the build. */
export interface TmpDir {
  /** Undefined where the system's own folder has to do. */
  readonly path: string | undefined;
  close(): Promise<void>;
}

/** Packer puts sockets of plugins there, and a socket's path may have 107 bytes: about 40 are theirs. */
const longest = 64;

/** Inside the target's work folder where the path is short enough, else in a short folder of the system. */
export async function openTmpDir({ paths, claim }: Pick<TargetContext, 'paths' | 'claim'>): Promise<TmpDir> {
  if (process.platform === 'win32') return { path: undefined, close: async () => undefined };
  const preferred = join(paths.work, 'tmp');
  const isShort = Buffer.byteLength(preferred) <= longest;
  const path = isShort ? preferred : join(tmpdir(), `ph-${randomBytes(6).toString('hex')}`);
  const claimed = await claim(path);
  // In a folder that everybody may write to, one that is there already is not ours to use.
  await mkdir(path, { recursive: isShort, mode: 0o700 });
  claimed.look();
  return {
    path: Buffer.byteLength(path) <= longest ? path : undefined,
    async close() {
      await rm(path, { recursive: true, force: true });
      claimed.close('gone');
    },
  };
}
