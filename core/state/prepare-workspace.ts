import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HybridError, reasonOf } from '../errors/index.ts';
import type { WorkspacePaths } from './paths.ts';

/** Makes the folders of a run and proves that each can be written; leaves no file in them. */
export async function prepareWorkspace(paths: WorkspacePaths): Promise<void> {
  for (const folder of [paths.artifacts, paths.run, paths.state, paths.cache]) await proveWritable(folder);
}

/** Permissions alone do not tell: root passes them, and a network disk has its own. */
async function proveWritable(folder: string): Promise<void> {
  const probe = join(folder, `.packer-hybrid-${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
  } catch (cause) {
    throw new HybridError('PH_WORKSPACE_READONLY', { path: folder, reason: reasonOf(cause) }, { cause });
  }
}
