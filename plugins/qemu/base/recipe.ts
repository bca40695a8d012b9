import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type AptSources, aptSources } from './apt-sources.ts';
import { ROOT_FILES_VERSION } from './root-files.ts';

const packages = [
  'systemd-sysv',
  'systemd-resolved',
  'dbus',
  'udev',
  'iproute2',
  'openssh-server',
  'sudo',
  // Ansible's modules need more of the standard library than python3-minimal has, json first.
  'python3',
  'linux-image-cloud-amd64',
];

export interface DebianOptions {
  /** `bookworm`; the machine's own suite unless told. */
  readonly suite?: string | undefined;
  /** Installed beside what a machine needs to boot and be reached. */
  readonly extraPackages?: readonly string[] | undefined;
  /** Size of the disk; space that is not used costs nothing. */
  readonly sizeGiB?: number | undefined;
}

/** Everything that decides how a Debian base comes out, apart from the day it is made. */
export interface Recipe {
  readonly version: number;
  readonly suite: string;
  readonly packages: readonly string[];
  readonly sizeGiB: number;
  readonly sources: AptSources;
}

/** Completes what was asked for with what this machine has. */
export async function recipeOf(options: DebianOptions): Promise<Recipe> {
  const suite = options.suite ?? (await suiteOfMachine());
  return {
    version: ROOT_FILES_VERSION,
    suite,
    packages: [...packages, ...(options.extraPackages ?? [])],
    sizeGiB: options.sizeGiB ?? 2,
    sources: await aptSources(suite),
  };
}

/** The name of a recipe in the cache. */
export function hashOf(recipe: object): string {
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex');
}

async function suiteOfMachine(): Promise<string> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const suite = /^VERSION_CODENAME=(\w+)$/m.exec(text)?.[1];
  return /^ID=debian$/m.test(text) && suite ? suite : 'bookworm';
}
