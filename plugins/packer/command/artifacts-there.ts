import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReportedArtifact } from '../transcript/index.ts';
import type { Verdict } from './verdict.ts';

/** A build that went well only counts when something of every image that it reports is there. */
export async function withArtifactsThere(
  verdict: Verdict,
  artifacts: readonly ReportedArtifact[],
  cwd: string,
): Promise<Verdict> {
  if (verdict.exitCode !== 0) return verdict;
  for (const { files } of artifacts) {
    const found = await Promise.all(files.map((path) => exists(resolve(cwd, path))));
    if (files.length === 0 || found.some(Boolean)) continue;
    return {
      exitCode: 1,
      message: `Packer ended with 0 and reported ${files.join(', ')}, but nothing of it is there.`,
      remediation:
        'Look for a step after the build that moves or removes the image, or for a disk that is gone.',
    };
  }
  return verdict;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
