import { mkdir, statfs } from 'node:fs/promises';
import type { CheckInput, RunContext, Target } from 'packer-hybrid';
import type { Bases } from '../bases.ts';

const GIB = 1024 ** 3;
/** What a small image takes while it is built; larger ones need more, which nobody knows before. */
const PER_TARGET = 2 * GIB;
/** A Debian root, the same as a disk, and the disk converted. */
const PER_BASE = 3 * GIB;

export interface SpaceCheck {
  readonly targets: readonly Target[];
  readonly bases: Bases | undefined;
}

/** Whether the disk of the workspace has room for a build of usual size. */
export async function checkSpace(context: RunContext, { targets, bases }: SpaceCheck): Promise<CheckInput> {
  const { root, cache } = context.workspace;
  const needsBase = bases !== undefined && !(await bases.made(context));
  const needed = targets.length * PER_TARGET + (needsBase ? PER_BASE : 0);
  await mkdir(cache, { recursive: true }).catch(() => undefined);
  const frees = await Promise.all([root, cache].map(freeBytes));
  const free = Math.min(...frees);
  if (free >= needed) {
    return { id: 'qemu/disk-space', ok: true, message: `${inGiB(free)} GiB of disk are free.` };
  }
  return {
    id: 'qemu/disk-space',
    ok: false,
    severity: 'high',
    message: `Only ${inGiB(free)} GiB of disk are free; ${targets.length} image(s) need about ${inGiB(needed)} GiB while they are built.`,
    remedy: `Free some of the disk that ${root} lies on, or set \`workspace\` to another one.`,
  };
}

async function freeBytes(path: string): Promise<number> {
  return statfs(path).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Number.POSITIVE_INFINITY,
  );
}

function inGiB(bytes: number): string {
  return (bytes / GIB).toFixed(1);
}
