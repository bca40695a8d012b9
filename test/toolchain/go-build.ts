import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder, keyOf } from '../support/cache.ts';
import { mustRun } from '../support/run-program.ts';

/** A Go program that the tests use, and the version that its go.mod pins. */
export interface GoProgram {
  readonly name: string;
  readonly version: string;
  /** What is built: a package of the pinned module, or `.` for a program of our own. */
  readonly target: string;
}

export const goPrograms = {
  packer: { name: 'packer', version: '1.11.2', target: 'github.com/hashicorp/packer' },
  qemu: {
    name: 'packer-plugin-qemu',
    version: '1.0.9',
    target: 'github.com/hashicorp/packer-plugin-qemu',
  },
  vsphere: {
    name: 'packer-plugin-vsphere',
    version: '1.4.2',
    target: 'github.com/hashicorp/packer-plugin-vsphere',
  },
  vcenter: { name: 'vcenter', version: 'govmomi 0.52.0', target: '.' },
} as const satisfies Record<string, GoProgram>;

/** Builds a program of `test/toolchain/<name>` into the cache, or finds it there; returns its path. */
export async function buildGoProgram({ name, target }: GoProgram): Promise<string> {
  const source = join(import.meta.dirname, name);
  const folder = await cachedFolder(`toolchain/${name}-${await goKey(source)}`, async (draft) => {
    const args = ['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', join(draft, name), target];
    await mustRun('go', args, { cwd: source, polite: true });
  });
  return join(folder, name);
}

async function goKey(source: string): Promise<string> {
  const files = await Promise.all(
    ['go.mod', 'go.sum', 'main.go'].map((file) => readFile(join(source, file), 'utf8').catch(() => '')),
  );
  return keyOf(...files);
}
