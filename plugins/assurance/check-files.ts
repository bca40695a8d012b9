import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Artifact, hashFile, type ValidationEvidenceInput } from 'packer-hybrid';

type ArtifactFile = Artifact['files'][number];

/** Whether the files of an image are still the ones that the build made; nothing to say where it has no files. */
export async function checkFiles(
  artifacts: readonly Artifact[],
  root: string,
): Promise<ValidationEvidenceInput | undefined> {
  // Post-processors often report the same files again.
  const all = artifacts.flatMap((artifact) => artifact.files);
  const files = [...new Map(all.map((file) => [file.path, file])).values()];
  if (files.length === 0) return undefined;
  const changes: string[] = [];
  for (const file of files) {
    const change = await changeOf(resolve(root, file.path), file);
    if (change) changes.push(`${file.path} ${change}`);
  }
  const isIntact = changes.length === 0;
  return {
    id: 'artifact/files',
    dimension: 'security',
    score: isIntact ? 1 : 0,
    weight: 3,
    required: true,
    detail: isIntact
      ? `${files.length} file(s) match the checksums that the build recorded.`
      : `Files are not what was built: ${changes.join('; ')}.`,
  };
}

async function changeOf(path: string, { size, sha256 }: ArtifactFile): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return 'is gone';
  if (found.size !== size) return `has ${found.size} bytes instead of ${size}`;
  return (await hashFile(path)) === sha256 ? undefined : 'has another checksum';
}
