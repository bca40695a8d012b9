import type { Block, Body } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';

const buses = { name: 'type', allowed: ['ide', 'sata', 'scsi', 'virtio'] };
const asyncio = { name: 'asyncio', allowed: ['native', 'threads', 'io_uring'] };
const cache = {
  name: 'cache_mode',
  allowed: ['none', 'writethrough', 'writeback', 'unsafe', 'directsync'],
};

/** One disk by itself. */
export function diskProblems({ body: disk }: Block) {
  const isSsd = flagOf(disk, 'ssd') === true && textOf(disk, 'type') === 'virtio';
  return [
    ...(isUnset(disk, 'storage_pool') ? [{ id: 'pool-missing' as const, at: headOf(disk) }] : []),
    ...notAmong(disk, 'bus-unknown', buses),
    ...notAmong(disk, 'asyncio-unknown', asyncio),
    ...notAmong(disk, 'cache-unknown', cache),
    ...(isSsd ? [{ id: 'ssd-on-virtio' as const, at: placeOf(disk, 'ssd') }] : []),
    ...threadProblems(disk),
    ...formatProblems(disk),
  ];
}

function threadProblems(disk: Body): readonly Problem<'io-thread-bus'>[] {
  const bus = textOf(disk, 'type');
  if (flagOf(disk, 'io_thread') !== true || (bus !== 'ide' && bus !== 'sata')) return [];
  return [{ id: 'io-thread-bus', at: placeOf(disk, 'io_thread'), data: { bus } }];
}

function formatProblems(disk: Body): readonly Problem<'format-on-block-storage'>[] {
  const pool = textOf(disk, 'storage_pool');
  const format = textOf(disk, 'format');
  if (pool === undefined || (format !== 'qcow2' && format !== 'vmdk') || !/lvm|zfs|rbd|ceph/i.test(pool)) {
    return [];
  }
  const at = placeOf(disk, 'format');
  return [{ id: 'format-on-block-storage', at, data: { pool, format }, severity: 'medium', confidence: 0.8 }];
}
