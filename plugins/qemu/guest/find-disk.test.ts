import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artifact } from 'packer-hybrid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findDisk } from './find-disk.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'disks-'));
  await writeFile(join(root, 'vm'), Buffer.from('QFI\u00fbrest', 'latin1'));
  await writeFile(join(root, 'vm-1'), 'not a qcow2 disk');
});
afterEach(() => rm(root, { recursive: true, force: true }));

function artifact(files: Readonly<Record<string, number>>): Artifact {
  const entries = Object.entries(files).map(([path, size]) => ({ path, size, sha256: '0'.repeat(64) }));
  return { builder_id: 'transcend.qemu', platform: 'qemu', image_ids: [], description: '', files: entries };
}

it('takes the disk with the name of the machine, though another is larger', async () => {
  const found = await findDisk(artifact({ vm: 10, 'vm-1': 20 }), { root, name: 'vm' });

  expect(found).toEqual({ disk: join(root, 'vm'), format: 'qcow2' });
});

it('takes the largest otherwise, and reads its format from the file', async () => {
  const found = await findDisk(artifact({ vm: 10, 'vm-1': 20, 'vm.tar.gz': 30 }), { root });

  expect(found).toEqual({ disk: join(root, 'vm-1'), format: 'raw' });
});

it('finds none among other files', async () => {
  const found = await findDisk(artifact({ 'efivars.fd': 1, 'vm.box': 2 }), { root });

  expect(found).toBeUndefined();
});
