import { constants } from 'node:fs';
import { copyFile, link, mkdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type ArtifactFile, isInside, portablePath } from 'packer-hybrid';

export interface KeepRequest {
  readonly root: string;
  /** Becomes the folder of this image alone; what is there is replaced. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Gives files a second place where no build overwrites them: linked when it is the same disk, else copied. All or nothing. */
export async function keepFiles(
  files: readonly ArtifactFile[],
  request: KeepRequest,
): Promise<ArtifactFile[]> {
  const { root, folder, signal } = request;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  try {
    const kept: ArtifactFile[] = [];
    const base = commonFolder(files.map(({ path }) => resolve(root, path)));
    for (const file of files) {
      signal.throwIfAborted();
      const source = resolve(root, file.path);
      const name = relative(base, source);
      await linkOrCopy(source, join(partial, name));
      kept.push({ ...file, path: portablePath(root, join(folder, name)) });
    }
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
    return kept;
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    throw cause;
  }
}

/** The deepest folder that holds all of them: names below it are kept, so that no two files meet. */
function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '/');
  while (!paths.every((path) => isInside(folder, path))) folder = dirname(folder);
  return folder;
}

async function linkOrCopy(source: string, destination: string): Promise<void> {
  await mkdir(dirname(destination), { recursive: true });
  // A link to a link would lead nowhere as soon as the first one goes.
  const file = await realpath(source);
  // Another disk, or one without links: a copy does, shared by the file system where it can.
  await link(file, destination).catch(() => copyFile(file, destination, constants.COPYFILE_FICLONE));
}
