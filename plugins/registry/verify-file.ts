import { stat } from 'node:fs/promises';
import { type ArtifactFile, HybridError, hashFile } from 'packer-hybrid';

/** Where an artifact file is now, and for which target it was built. */
export interface FileToVerify {
  readonly target: string;
  readonly file: ArtifactFile;
  readonly absolutePath: string;
  readonly signal: AbortSignal;
}

/** Proves that a file is the one that was built; throws PH_ARTIFACT_CHANGED. */
export async function verifyFile({ target, file, absolutePath, signal }: FileToVerify): Promise<void> {
  const changed = (reason: string) =>
    new HybridError('PH_ARTIFACT_CHANGED', { target, file: file.path, reason });
  const found = await stat(absolutePath).catch(() => undefined);
  if (!found?.isFile()) throw changed('it is not there any more.');
  if (found.size !== file.size) throw changed(`it had ${file.size} bytes and has ${found.size} now.`);
  const sha256 = await hashFile(absolutePath, signal);
  if (sha256 !== file.sha256) throw changed(`its sha256 was ${file.sha256} and is ${sha256} now.`);
}
