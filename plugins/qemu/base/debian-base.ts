import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HybridError } from 'packer-hybrid';
import type { BaseContext, BaseImage } from './base-image.ts';
import { cachedBase, type MadeBase } from './cache.ts';
import { makeKey } from './make-key.ts';
import { mustRun, type RunProcess } from './must-run.ts';
import { type DebianOptions, hashOf, type Recipe, recipeOf } from './recipe.ts';
import { finishRoot } from './root-files.ts';

/** A bare Debian disk made from the machine's own package sources; it boots with its kernel, without a boot loader. */
export async function debianBase(options: DebianOptions, context: BaseContext): Promise<BaseImage> {
  const recipe = await recipeOf(options);
  return cachedBase(context, hashOf(recipe), async (temporary) => {
    if (process.getuid?.() !== 0) throw new HybridError('PH_BASE_ROOT', { suite: recipe.suite });
    return makeDisk(temporary, recipe, context);
  });
}

async function makeDisk(temporary: string, recipe: Recipe, { run, signal }: BaseContext): Promise<MadeBase> {
  const root = join(temporary, 'root');
  const raw = join(temporary, 'disk.raw');
  const options = signal ? { signal } : {};
  const key = await makeKey(run, temporary, { signal });
  const isIsolated = await canIsolateMounts(run, signal);
  await mustRun(run, await bootstrapCommand({ temporary, root, recipe, isIsolated }), options);
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

/**
 * With mounts of its own mmdebstrap cannot leave /dev mounted in a folder that is removed next, even when it is killed.
 * Where a container forbids that, mmdebstrap mounts nothing at all.
 */
async function canIsolateMounts(run: RunProcess, signal?: AbortSignal): Promise<boolean> {
  const result = await run('unshare', ['--mount', '--', 'true'], signal ? { signal } : {});
  return result.exitCode === 0;
}

interface Bootstrap {
  readonly temporary: string;
  readonly root: string;
  readonly recipe: Recipe;
  readonly isIsolated: boolean;
}

async function bootstrapCommand(bootstrap: Bootstrap): Promise<readonly [string, ...string[]]> {
  const { temporary, root, recipe, isIsolated } = bootstrap;
  const mirrors = await writeSources(temporary, recipe.sources);
  const command = [
    ...(['mmdebstrap', '--mode=root', '--variant=apt', '--format=directory'] as const),
    ...['--aptopt=Acquire::Languages "none"', '--dpkgopt=force-unsafe-io'],
    `--include=${recipe.packages.join(',')}`,
    `--essential-hook=${smallInitrd}`,
    ...[recipe.suite, root, ...mirrors],
  ] as const;
  return isIsolated ? ['unshare', '--mount', '--', ...command] : command;
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
