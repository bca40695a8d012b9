import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Guest,
  type GuestBooter,
  type GuestRequest,
  HybridError,
  type TargetContext,
  targetBody,
} from 'packer-hybrid';
import type { ChooseAccelerator } from '../accelerators.ts';
import { type BaseImage, makeKey, makeSeed } from '../base/index.ts';
import { type Bases, startsFromBase } from '../bases.ts';
import type { BootSettings } from '../options.ts';
import { BOOT_KEY_COMMENT } from './authorize-key.ts';
import { bootDisk } from './boot-disk.ts';
import { findDisk } from './find-disk.ts';
import { findKernel } from './find-kernel.ts';
import { findLogins, textOf, userOf } from './find-logins.ts';
import { bootsByUefi, machineOf } from './find-machine.ts';

export interface BooterSources {
  readonly boot: BootSettings;
  readonly bases: Bases | undefined;
  readonly choose: ChooseAccelerator;
}

/** Boots finished QEMU images from a throw-away copy of their disk. */
export function qemuBooter(sources: BooterSources): GuestBooter {
  return {
    async boot({ context, artifact }) {
      const { signal } = context;
      await mkdir(context.paths.work, { recursive: true });
      const temporary = await mkdtemp(join(context.paths.work, 'boot-'));
      const dispose = () => rm(temporary, { recursive: true, force: true });
      try {
        const guest = await bootIn({ ...sources, context, artifact, signal, temporary });
        return { ...guest, stop: () => guest.stop().finally(dispose) };
      } catch (error) {
        await dispose();
        throw error;
      }
    },
  };
}

interface Boot extends BooterSources, GuestRequest {
  readonly signal: AbortSignal;
  readonly temporary: string;
}

async function bootIn(request: Boot): Promise<Guest> {
  const { context, boot, temporary, signal } = request;
  const { run } = context.processes;
  const body = targetBody(context.template, context.target);
  if (bootsByUefi(context, body)) throw unbootable(context, 'it boots by UEFI, which is not supported yet');
  const base = await baseOf(request);
  const bootKey = await makeKey(run, temporary, { comment: BOOT_KEY_COMMENT, signal });
  const account = { context, body, boot, base, bootKey };
  const publicKey = await readFile(`${bootKey}.pub`, 'utf8');
  const log = context.openLog(context.paths.log.replace(/(\.log)?$/, '.console.log'));
  return bootDisk({
    machine: {
      ...(await diskOf(request, textOf(context, body, 'vm_name'))),
      ...machineOf(context, body),
      ...(await findKernel({ context, body, boot, base })),
      ...(base?.seed && { seed: await seedOf(request, bootKey) }),
      accelerator: (await request.choose(context)).accelerator,
      ...(boot.memoryMiB && { memoryMiB: boot.memoryMiB }),
      authorize: { user: userOf(account), publicKey },
    },
    logins: await findLogins(account),
    run,
    temporary,
    signal,
    timeoutMs: boot.timeoutMs,
    onConsole: (line) => log.write('debug', 'console', line),
  });
}

function baseOf({ bases, context }: Boot): Promise<BaseImage | undefined> | undefined {
  return startsFromBase(context.template) ? bases?.get(context) : undefined;
}

async function diskOf({ context, artifact }: Boot, name: string | undefined) {
  const disk = await findDisk(artifact, { root: context.workspace.root, name });
  if (disk) return disk;
  throw unbootable(context, 'none of its files is a disk');
}

function unbootable({ target }: Pick<TargetContext, 'target'>, reason: string): HybridError {
  return new HybridError('PH_GUEST_DISK', { target: target.id, reason });
}

async function seedOf({ context, temporary, signal }: Boot, bootKey: string): Promise<string> {
  const publicKeyFile = `${bootKey}.pub`;
  const options = { folder: temporary, publicKeyFile, instance: 'packer-hybrid-boot-check', signal };
  return join(temporary, await makeSeed(context.processes.run, options));
}
