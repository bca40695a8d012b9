import { basename, dirname } from 'node:path';
import { cachedFolder } from '../support/cache.ts';
import { mustRun, runProgram } from '../support/run-program.ts';
import { buildGoProgram, type GoProgram, goPrograms } from './go-build.ts';

/** A real Packer that tests run with. */
export interface TestPacker {
  readonly version: string;
  readonly path: string;
  /** The folder for PACKER_PLUGIN_PATH; absent where the builders are part of Packer. */
  readonly pluginPath?: string;
  readonly plugins: readonly string[];
  readonly origin: string;
}

/** The real components that this machine can offer, and what is left out for which reason. */
export interface Toolchain {
  readonly packers: readonly TestPacker[];
  /** A program that simulates vCenter on loopback. */
  readonly vcenter?: string;
  readonly missing: readonly MissingComponent[];
}

export interface MissingComponent {
  readonly what: string;
  readonly why: string;
}

let found: Promise<Toolchain> | undefined;

/** Finds or builds every real component once per process. */
export function toolchain(): Promise<Toolchain> {
  found ??= gather();
  return found;
}

async function gather(): Promise<Toolchain> {
  const missing: MissingComponent[] = [];
  const without = (what: string) => (error: unknown) => {
    missing.push({ what, why: error instanceof Error ? error.message : String(error) });
    return undefined;
  };
  const system = await systemPacker().catch(without('the Packer of this system'));
  const go = await goVersion().catch(
    without('Packer 1.11.2 with the qemu and vsphere plugins, and the vCenter simulator'),
  );
  if (!go) return { packers: system ? [system] : [], missing };
  const current = await currentPacker(without);
  const vcenter = await buildGoProgram(goPrograms.vcenter).catch(without('the vCenter simulator'));
  const packers = [system, current].filter((packer) => packer !== undefined);
  return { packers, ...(vcenter && { vcenter }), missing };
}

async function systemPacker(): Promise<TestPacker> {
  const path = String((await runProgram('which', ['packer'])).stdout).trim();
  if (!path) throw new Error('no `packer` on PATH: `apt-get install packer` brings one');
  const version = await packerVersion(path);
  return { version, path, plugins: [], origin: `this system (${path})` };
}

async function currentPacker(
  without: (what: string) => (error: unknown) => undefined,
): Promise<TestPacker | undefined> {
  const { packer, qemu, vsphere } = goPrograms;
  const path = await buildGoProgram(packer).catch(without('Packer 1.11.2'));
  if (!path) return undefined;
  const binaries: { readonly program: GoProgram; readonly binary: string }[] = [];
  for (const program of [qemu, vsphere]) {
    const binary = await buildGoProgram(program).catch(without(`${program.name} ${program.version}`));
    if (binary) binaries.push({ program, binary });
  }
  const pluginPath = await placePlugins(
    path,
    binaries.map(({ binary }) => binary),
  );
  return {
    version: await packerVersion(path),
    path,
    pluginPath,
    plugins: binaries.map(({ program }) => `${program.name} ${program.version}`),
    origin: 'built from its Go module',
  };
}

/** Installs the plugins as Packer wants them: named, versioned and with their checksums. */
async function placePlugins(packer: string, binaries: readonly string[]): Promise<string> {
  const name = ['plugins', ...[packer, ...binaries].map((path) => basename(dirname(path)).slice(-8))].join(
    '-',
  );
  return cachedFolder(`toolchain/${name}`, async (draft) => {
    const env = { ...process.env, PACKER_PLUGIN_PATH: draft, CHECKPOINT_DISABLE: '1' };
    for (const binary of binaries) {
      const source = `github.com/hashicorp/${basename(binary).replace('packer-plugin-', '')}`;
      await mustRun(packer, ['plugins', 'install', '--path', binary, source], { env });
    }
  });
}

async function packerVersion(path: string): Promise<string> {
  const text = String(await mustRun(path, ['version'], { env: { ...process.env, CHECKPOINT_DISABLE: '1' } }));
  const version = /v?(\d+\.\d+\.\d+\S*)/.exec(text)?.[1];
  if (!version) throw new Error(`${path} names no version: ${text.trim()}`);
  return version;
}

async function goVersion(): Promise<string> {
  const { code, stdout } = await runProgram('go', ['env', 'GOVERSION']);
  if (code !== 0) throw new Error('Go is not installed: it needs 1.24 or newer');
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(String(stdout)) ?? [];
  if (Number(major) * 1000 + Number(minor) < 1024)
    throw new Error(`${String(stdout).trim()} is too old: it needs 1.24`);
  return String(stdout).trim();
}
