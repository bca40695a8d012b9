import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Artifact } from 'packer-hybrid';
import { hashFile } from '../iso/checksum.ts';

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
    const sha256 = (await hashFile(path, ['sha256'], signal)).get('sha256') ?? '';
    files.push({ path: fromRoot(path, root), size: info.size, sha256 });
  }
  return files;
}

/** Relative to the workspace root with `/`; a path on another drive stays absolute. */
export function fromRoot(path: string, root: string): string {
  const short = relative(root, path);
  return (isAbsolute(short) ? path : short || '.').replaceAll('\\', '/');
}
