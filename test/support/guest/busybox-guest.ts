import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cachedFolder, keyOf } from '../cache.ts';
import { mustRun } from '../run-program.ts';
import { type ArchiveEntry, cpioArchive } from './cpio.ts';
import { librariesOf, programFile } from './debian-files.ts';
import { type GuestKernel, guestKernel } from './kernel.ts';
import { rootFiles } from './root-files.ts';

/** Files of a guest that boots in seconds under emulation and answers over SSH as root. */
export interface BusyboxGuest {
  readonly kernel: string;
  readonly initrd: string;
  /** A small raw disk with one ext4 file system, mounted on /data in the guest. */
  readonly disk: string;
  /** As Packer's `iso_checksum` takes it. */
  readonly diskChecksum: string;
  readonly privateKey: string;
  /** Such as `6.1.0-56-cloud-amd64`. */
  readonly kernelVersion: string;
}

const diskBytes = 16 * 1024 * 1024;

/** Makes the guest from Debian packages once and keeps it in the cache; says what is missing where that cannot be done. */
export async function busyboxGuest(): Promise<BusyboxGuest | { readonly missing: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      missing: `the busybox guest needs Linux on x64, this is ${process.platform} on ${process.arch}`,
    };
  }
  try {
    const kernel = await guestKernel();
    const folder = await cachedFolder(`guest/${await guestKey(kernel)}`, (draft) => makeGuest(draft, kernel));
    return {
      kernel: join(folder, 'vmlinuz'),
      initrd: join(folder, 'initrd'),
      disk: join(folder, 'disk.raw'),
      diskChecksum: `sha256:${sha256(await readFile(join(folder, 'disk.raw')))}`,
      privateKey: join(folder, 'key'),
      kernelVersion: basename(kernel.image).replace('vmlinuz-', ''),
    };
  } catch (error) {
    return {
      missing: `the busybox guest could not be made: ${error instanceof Error ? error.message : error}`,
    };
  }
}

/** The guest is made anew when its recipe or its kernel changes. */
async function guestKey(kernel: GuestKernel): Promise<string> {
  const recipe = ['busybox-guest.ts', 'cpio.ts', 'kernel.ts', 'root-files.ts'];
  const texts = await Promise.all(recipe.map((name) => readFile(join(import.meta.dirname, name), 'utf8')));
  return keyOf(kernel.image, ...texts);
}

async function makeGuest(folder: string, kernel: GuestKernel): Promise<void> {
  await mustRun('ssh-keygen', [
    '-q',
    '-t',
    'ed25519',
    '-N',
    '',
    '-C',
    'busybox-guest',
    '-f',
    join(folder, 'key'),
  ]);
  const publicKey = await readFile(join(folder, 'key.pub'), 'utf8');
  const entries = [...rootFiles(publicKey), ...(await programEntries()), ...moduleEntries(kernel)];
  await writeFile(join(folder, 'initrd'), gzipSync(cpioArchive(entries)));
  await writeFile(join(folder, 'vmlinuz'), await readFile(kernel.image));
  await makeDisk(join(folder, 'disk.raw'));
}

async function makeDisk(path: string): Promise<void> {
  await writeFile(`${path}.part`, '');
  await mustRun('truncate', ['-s', String(diskBytes), `${path}.part`]);
  await mustRun('/usr/sbin/mkfs.ext4', ['-q', '-F', '-O', '^has_journal', `${path}.part`]);
  await rename(`${path}.part`, path);
}

function moduleEntries(kernel: GuestKernel): readonly ArchiveEntry[] {
  const order = kernel.modules.map(({ name }) => `${name}\n`).join('');
  return [
    { name: 'modules/order', kind: 'file', data: order },
    ...kernel.modules.map(({ name, data }) => ({ name: `modules/${name}`, kind: 'file', data }) as const),
  ];
}

/** busybox for everything, dropbear for SSH, and OpenSSH's scp because Packer uploads scripts with it. */
async function programEntries(): Promise<readonly ArchiveEntry[]> {
  const busybox = await programFile('/bin/busybox', ['busybox-static']);
  const dropbear = await programFile('/usr/sbin/dropbear', ['dropbear-bin', 'libtomcrypt1', 'libtommath1']);
  const scp = await programFile('/usr/bin/scp', ['openssh-client']);
  const applets = String(await mustRun(busybox.path, ['--list']))
    .trim()
    .split('\n');
  const libraries = new Map([...(await librariesOf(dropbear)), ...(await librariesOf(scp))]);
  return [
    await executable('bin/busybox', busybox.path),
    await executable('usr/sbin/dropbear', dropbear.path),
    await executable('usr/bin/scp', scp.path),
    ...applets
      .filter((name) => name !== 'busybox')
      .map((name) => ({ name: `bin/${name}`, kind: 'link', target: '/bin/busybox' }) as const),
    ...(await Promise.all([...libraries].map(([name, path]) => executable(name.slice(1), path)))),
  ];
}

async function executable(name: string, path: string): Promise<ArchiveEntry> {
  return { name, kind: 'file', data: await readFile(path), mode: 0o755 };
}

function sha256(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
