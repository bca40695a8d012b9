import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HybridError } from '../errors/index.ts';
import type { Artifact, ArtifactFile, Target } from '../schema/index.ts';
import { hashFile } from '../state/index.ts';

/** Makes sure that the files of an image are still the ones that were built; rejects with PH_ARTIFACT_CHANGED. */
export async function verifyArtifacts(
  root: string,
  target: Target,
  artifacts: readonly Artifact[],
): Promise<void> {
  for (const file of artifacts.flatMap(({ files }) => files)) {
    const reason = await changeOf(root, file);
    if (reason) throw new HybridError('PH_ARTIFACT_CHANGED', { target: target.id, file: file.path, reason });
  }
}

/** Whether every file of an image is there in its full size; says nothing about what is in it. */
export async function artifactsExist(root: string, artifacts: readonly Artifact[]): Promise<boolean> {
  const files = artifacts.flatMap((artifact) => artifact.files);
  const sizes = await Promise.all(
    files.map(async ({ path, size }) => (await sizeOf(join(root, path))) === size),
  );
  return sizes.every(Boolean);
}

async function changeOf(root: string, { path, size, sha256 }: ArtifactFile): Promise<string | undefined> {
  const absolute = join(root, path);
  const found = await sizeOf(absolute);
  if (found === undefined) return 'it is gone';
  if (found !== size) return `it has ${found} bytes instead of ${size}`;
  return (await hashFile(absolute)) === sha256 ? undefined : 'its checksum differs';
}

async function sizeOf(path: string): Promise<number | undefined> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.size;
}
