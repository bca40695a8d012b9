import { join } from 'node:path';
import { mustRun, type RunProcess } from './must-run.ts';

export interface KeyOptions {
  readonly comment?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Makes a login key in a folder and gives the path of its private half, which only its owner may read. */
export async function makeKey(
  run: RunProcess,
  folder: string,
  { comment = 'packer-hybrid', signal }: KeyOptions = {},
): Promise<string> {
  const path = join(folder, 'id_ed25519');
  const command = ['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', comment, '-f', path] as const;
  await mustRun(run, command, signal ? { signal } : {});
  return path;
}
