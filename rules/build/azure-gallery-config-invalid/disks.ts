import type { Body } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';

const managed = {
  name: 'managed_image_storage_account_type',
  allowed: ['Standard_LRS', 'StandardSSD_LRS', 'Premium_LRS'],
  ignoreCase: true,
};
const caching = { name: 'disk_caching_type', allowed: ['None', 'ReadOnly', 'ReadWrite'], ignoreCase: true };
const controller = { name: 'disk_controller_type', allowed: ['SCSI', 'NVMe'], ignoreCase: true };

/** Kinds of storage that the image's disks may have. */
export function diskProblems(body: Body) {
  return [
    ...notAmong(body, 'storage-type', managed),
    ...notAmong(body, 'caching-type', caching),
    ...notAmong(body, 'controller-type', controller),
  ];
}
