import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun, type RunProcess } from './must-run.ts';

/** Raise it with every change to the seed: bases made before are then made again. */
export const SEED_VERSION = 1;

export interface SeedOptions {
  readonly folder: string;
  readonly publicKeyFile: string;
  /** cloud-init sets a machine up anew when it has not seen this name. */
  readonly instance?: string;
  readonly signal?: AbortSignal;
}

/** Writes the small ISO from which cloud-init learns who may log in, and gives its name. */
export async function makeSeed(
  run: RunProcess,
  { folder, publicKeyFile, instance = 'packer-hybrid', signal }: SeedOptions,
): Promise<string> {
  const source = join(folder, 'seed');
  await mkdir(source);
  await writeFile(join(source, 'meta-data'), `instance-id: ${instance}\nlocal-hostname: debian\n`);
  await writeFile(join(source, 'user-data'), userData(await readFile(publicKeyFile, 'utf8')));
  const iso = [
    '-quiet',
    '-volid',
    'cidata',
    '-joliet',
    '-rock',
    '-output',
    join(folder, 'seed.iso'),
    source,
  ] as const;
  await mustRun(run, ['genisoimage', ...iso], signal ? { signal } : {});
  return 'seed.iso';
}

/** JSON is YAML too, and needs no quoting rules of ours. */
function userData(publicKey: string): string {
  const settings = {
    disable_root: false,
    ssh_pwauth: false,
    users: [{ name: 'root', ssh_authorized_keys: [publicKey.trim()] }],
  };
  return `#cloud-config\n${JSON.stringify(settings, undefined, 2)}\n`;
}
