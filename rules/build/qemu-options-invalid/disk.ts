import type { Body } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';

const choices = [
  { name: 'format', allowed: ['qcow2', 'raw'] },
  { name: 'accelerator', allowed: ['none', 'kvm', 'tcg', 'xen', 'hax', 'hvf', 'whpx'] },
  { name: 'disk_interface', allowed: ['ide', 'sata', 'scsi', 'sd', 'virtio', 'virtio-scsi'] },
  { name: 'disk_cache', allowed: ['writethrough', 'writeback', 'none', 'unsafe', 'directsync'] },
  { name: 'disk_discard', allowed: ['unmap', 'ignore'] },
  { name: 'disk_detect_zeroes', allowed: ['unmap', 'on', 'off'] },
];

/** Kinds of disk, and what needs an image that is there already. */
export function diskProblems(body: Body) {
  return [
    ...choices.flatMap((choice) => notAmong(body, 'value-unknown', choice)),
    ...backingProblems(body),
    ...resizeProblems(body),
    ...compressionProblems(body),
  ];
}

function isOther(body: Body, name: string, wanted: string): boolean {
  const value = textOf(body, name);
  return value !== undefined && value !== wanted;
}

function backingProblems(body: Body): readonly Problem<'backing-file'>[] {
  if (flagOf(body, 'use_backing_file') !== true) return [];
  const missing = [
    ...(flagOf(body, 'disk_image') === false ? ['"disk_image" = true'] : []),
    ...(isOther(body, 'format', 'qcow2') ? ['"format" = "qcow2"'] : []),
  ].join(' and ');
  return missing === ''
    ? []
    : [{ id: 'backing-file', at: placeOf(body, 'use_backing_file'), data: { missing } }];
}

function resizeProblems(body: Body): readonly Problem<'resize-without-image'>[] {
  if (flagOf(body, 'skip_resize_disk') !== true || flagOf(body, 'disk_image') !== false) return [];
  return [{ id: 'resize-without-image', at: placeOf(body, 'skip_resize_disk') }];
}

function compressionProblems(body: Body): readonly Problem<'compression-raw'>[] {
  const isRaw = !isUnset(body, 'format') && textOf(body, 'format') === 'raw';
  if (flagOf(body, 'disk_compression') !== true || !isRaw) return [];
  return [{ id: 'compression-raw', at: placeOf(body, 'disk_compression'), severity: 'low' }];
}
