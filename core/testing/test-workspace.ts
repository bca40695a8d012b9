import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PipelineOptions } from '../index.ts';

/** Makes a workspace with these files, lends it to some work, and removes it unless the caller owns it. */
export async function withWorkspace<T>(
  { files, root }: { readonly files: Readonly<Record<string, string>>; readonly root?: string },
  work: (folders: PipelineOptions['workspace']) => Promise<T>,
): Promise<T> {
  const folder = root ?? (await realpath(await mkdtemp(join(tmpdir(), 'packer-hybrid-test-'))));
  try {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await work(foldersIn(folder));
  } finally {
    if (root === undefined) await rm(folder, { recursive: true, force: true });
  }
}

function foldersIn(root: string): PipelineOptions['workspace'] {
  return {
    root,
    configs: join(root, 'configs'),
    artifacts: join(root, 'artifacts'),
    logs: join(root, 'logs'),
    state: join(root, 'state'),
    cache: join(root, 'cache'),
  };
}
