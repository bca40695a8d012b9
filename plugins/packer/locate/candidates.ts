import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunContext } from 'packer-hybrid';
import semver from 'semver';

/** Where a program was found. */
export type Origin = 'settings' | 'path' | 'managed' | 'system';

/** A place where Packer may be. */
export interface Candidate {
  readonly path: string;
  readonly origin: Origin;
}

const program = process.platform === 'win32' ? 'packer.exe' : 'packer';

/** Places that installers use although they may not be on PATH. */
export const systemPlaces: readonly string[] =
  process.platform === 'win32'
    ? ['C:\\ProgramData\\chocolatey\\bin\\packer.exe', 'C:\\HashiCorp\\packer.exe']
    : ['/usr/bin/packer', '/usr/local/bin/packer', '/opt/homebrew/bin/packer', '/snap/bin/packer'];

/** The folder that managed installs go to, one folder per version. */
export function managedFolder(cache: string): string {
  return join(cache, 'packer');
}

/** Where the managed program of a version is, or would be. */
export function managedProgram(cache: string, version: string): string {
  return join(managedFolder(cache), version, program);
}

/** Every place to look at, in the order in which they are preferred. */
export async function candidates(
  context: Pick<RunContext, 'processes' | 'workspace'>,
  places: readonly string[] = systemPlaces,
): Promise<readonly Candidate[]> {
  const onPath = await context.processes.find('packer');
  const managed = await managedVersions(context.workspace.cache);
  return [
    ...(onPath ? [{ path: onPath, origin: 'path' as const }] : []),
    ...managed.map((version) => ({
      path: managedProgram(context.workspace.cache, version),
      origin: 'managed' as const,
    })),
    ...places.filter((path) => path !== onPath).map((path) => ({ path, origin: 'system' as const })),
  ];
}

async function managedVersions(cache: string): Promise<readonly string[]> {
  const names = await readdir(managedFolder(cache)).catch(() => []);
  return semver.rsort(names.filter((name) => semver.valid(name) !== null));
}
