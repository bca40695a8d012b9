import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BaseContext, BaseImage } from './base-image.ts';
import { cachedBase, type MadeBase } from './cache.ts';
import { makeKey } from './make-key.ts';
import { mustRun } from './must-run.ts';
import { type DebianOptions, hashOf, type Recipe, recipeOf } from './recipe.ts';
import { finishRoot } from './root-files.ts';

/** A bare Debian disk made from the machine's own package sources; it boots with its kernel, without a boot loader. */
export async function debianBase(options: DebianOptions, context: BaseContext): Promise<BaseImage> {
  const recipe = await recipeOf(options);
  return cachedBase(context, hashOf(recipe), async (temporary) => {
    if (process.getuid?.() !== 0) {
      throw new Error('Making a Debian base disk needs root: run as root, or use a cloud image as base.');
    }
    return makeDisk(temporary, recipe, context);
  });
}

async function makeDisk(temporary: string, recipe: Recipe, { run, signal }: BaseContext): Promise<MadeBase> {
  const root = join(temporary, 'root');
  const raw = join(temporary, 'disk.raw');
  const options = signal ? { signal } : {};
  const key = await makeKey(run, temporary, signal);
  await mustRun(run, await bootstrapCommand(temporary, root, recipe), options);
  await finishRoot(root, `${key}.pub`);
  await copyFile(join(root, 'vmlinuz'), join(temporary, 'vmlinuz'));
  await copyFile(join(root, 'initrd.img'), join(temporary, 'initrd.img'));

  const format = ['-q', '-t', 'ext4', '-L', 'root', '-d', root, raw, `${recipe.sizeGiB}G`] as const;
  await mustRun(run, ['mke2fs', ...format], options);
  await mustRun(run, ['qemu-img', 'convert', '-O', 'qcow2', raw, join(temporary, 'disk.qcow2')], options);
  await rm(root, { recursive: true, force: true });
  await rm(raw);
  return {
    disk: 'disk.qcow2',
    kernel: 'vmlinuz',
    initrd: 'initrd.img',
    privateKey: 'id_ed25519',
    sshUser: 'root',
  };
}

/** Only what a virtual disk needs: the small initrd is made faster and boots faster. */
const smallInitrd = [
  'mkdir -p "$1/etc/initramfs-tools/conf.d"',
  'echo MODULES=list >"$1/etc/initramfs-tools/conf.d/modules"',
  'printf "%s\\n" virtio_pci virtio_blk virtio_scsi sd_mod ext4 >"$1/etc/initramfs-tools/modules"',
].join(' && ');

async function bootstrapCommand(
  temporary: string,
  root: string,
  { suite, packages, sources }: Recipe,
): Promise<readonly [string, ...string[]]> {
  const mirrors = await writeSources(temporary, sources);
  return [
    // Its mounts live and die with it: even killed it cannot leave /dev mounted in a folder that is removed next.
    ...(['unshare', '--mount', '--', 'mmdebstrap'] as const),
    ...['--mode=root', '--variant=apt', '--format=directory'],
    ...['--aptopt=Acquire::Languages "none"', '--dpkgopt=force-unsafe-io'],
    `--include=${packages.join(',')}`,
    `--essential-hook=${smallInitrd}`,
    ...[suite, root, ...mirrors],
  ];
}

async function writeSources(temporary: string, sources: Recipe['sources']): Promise<string[]> {
  const written: string[] = [];
  for (const [name, text] of [
    ['machine.sources', sources.deb822],
    ['machine.list', sources.oneLine],
  ] as const) {
    if (text === '') continue;
    await writeFile(join(temporary, name), text);
    written.push(join(temporary, name));
  }
  return written;
}
