import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for Packer's temporary files, gone after the build. */
export interface TmpDir {
  /** Undefined where the system's own folder has to do. */
  readonly path: string | undefined;
  close(): Promise<void>;
}

/** Packer puts sockets of plugins there, and a socket's path may have 107 bytes: about 40 are theirs. */
const longest = 64;

/** Inside the target's work folder where the path is short enough, else in a short folder of the system. */
export async function openTmpDir(work: string): Promise<TmpDir> {
  if (process.platform === 'win32') return { path: undefined, close: async () => undefined };
  const path = await makeFolder(join(work, 'tmp'));
  return {
    path: Buffer.byteLength(path) <= longest ? path : undefined,
    close: () => rm(path, { recursive: true, force: true }),
  };
}

async function makeFolder(preferred: string): Promise<string> {
  if (Buffer.byteLength(preferred) > longest) return mkdtemp(join(tmpdir(), 'ph-'));
  await mkdir(preferred, { recursive: true });
  return preferred;
}
