import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Artifact, hashFile, portablePath } from 'packer-hybrid';

type ArtifactFile = Artifact['files'][number];

export interface FilePlaces {
  /** Packer's working directory: its paths are relative to it. */
  readonly cwd: string;
  /** The workspace root: our paths are relative to it. */
  readonly root: string;
}

/** The files of an artifact that are on this machine, with size and SHA-256; what is gone, or is a folder, is left out. */
export async function artifactFiles(
  paths: readonly string[],
  { cwd, root }: FilePlaces,
  signal?: AbortSignal,
): Promise<readonly ArtifactFile[]> {
  const files: ArtifactFile[] = [];
  for (const path of new Set(paths.map((each) => resolve(cwd, each)))) {
    const info = await stat(path).catch(() => undefined);
    if (!info?.isFile()) continue;
    const sha256 = await hashFile(path, signal);
    files.push({ path: portablePath(root, path), size: info.size, sha256 });
  }
  return files;
}
