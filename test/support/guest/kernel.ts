import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../run-program.ts';
import { unpackedPackages } from './debian-files.ts';

export interface GuestKernel {
  readonly image: string;
  /** Modules in the order in which they can be loaded. */
  readonly modules: readonly { readonly name: string; readonly data: Buffer }[];
}

/** Drivers that Debian's cloud kernel does not carry itself, dependencies first. */
const wanted = [
  'drivers/virtio/virtio_ring',
  'drivers/virtio/virtio',
  'drivers/virtio/virtio_pci_legacy_dev',
  'drivers/virtio/virtio_pci_modern_dev',
  'drivers/virtio/virtio_pci',
  'drivers/block/virtio_blk',
  'net/core/failover',
  'drivers/net/net_failover',
  'drivers/net/virtio_net',
  'lib/crc16',
  'crypto/crc32c_generic',
  'fs/mbcache',
  'fs/jbd2/jbd2',
  'fs/ext4/ext4',
];

/** Debian's cloud kernel with the drivers that a QEMU guest needs; built-in ones are left out. */
export async function guestKernel(): Promise<GuestKernel> {
  const [packageName] = await kernelPackages();
  const root = join(await unpackedPackages(packageName, [packageName]), 'root');
  const version = packageName.replace('linux-image-', '');
  const modulesFolder = await moduleFolder(root, version);
  const modules = [];
  for (const path of wanted) {
    const data = await moduleData(join(modulesFolder, 'kernel'), path);
    if (data) modules.push({ name: `${path.split('/').at(-1)}.ko`, data });
  }
  return { image: join(root, 'boot', `vmlinuz-${version}`), modules };
}

async function kernelPackages(): Promise<readonly [string]> {
  const text = String(await mustRun('apt-cache', ['depends', 'linux-image-cloud-amd64']));
  const name = /Depends: (linux-image-\S+-cloud-amd64)/.exec(text)?.[1];
  if (!name) throw new Error('apt-cache knows no linux-image-cloud-amd64: run `apt-get update`');
  return [name];
}

async function moduleFolder(root: string, version: string): Promise<string> {
  const merged = join(root, 'usr/lib/modules', version);
  const classic = join(root, 'lib/modules', version);
  return (await readdir(classic).catch(() => undefined)) ? classic : merged;
}

async function moduleData(folder: string, path: string): Promise<Buffer | undefined> {
  const plain = await readFile(join(folder, `${path}.ko`)).catch(() => undefined);
  if (plain) return plain;
  const packed = join(folder, `${path}.ko.xz`);
  const there = await readFile(packed).catch(() => undefined);
  return there && mustRun('xz', ['-dc', packed]);
}
