import { defineRule } from 'packer-hybrid/rules';
import { nestedBlocks } from '../_shared/nested.ts';
import { reportProblems } from '../_shared/problem.ts';
import { isProxmox } from '../_shared/proxmox.ts';
import { controllerProblems } from './controller.ts';
import { countProblems } from './counts.ts';
import { diskProblems } from './disk.ts';

export default defineRule({
  id: 'build/proxmox-disk-options-invalid',
  meta: {
    summary: 'Options of a disk on Proxmox do not fit each other, its bus or its storage.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.92,
    remedy:
      'Give the disk a storage pool, a bus that Proxmox knows, and a controller that can do what it asks for.',
    example:
      'scsi_controller = "virtio-scsi-single"\ndisks {\n  type         = "scsi"\n  disk_size    = "20G"\n  storage_pool = "local-lvm"\n  io_thread    = true\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    'pool-missing': 'The disk has no "storage_pool": the plugin refuses it.',
    'bus-unknown':
      'Proxmox knows no bus "{value}": the plugin makes it "scsi" without a word. It takes {allowed}.',
    'io-thread-controller':
      '"io_thread" needs "scsi_controller" = "virtio-scsi-single"; here the controller is {controller}.',
    'io-thread-bus': '"io_thread" is for disks on scsi and virtio; this one is on {bus}.',
    'asyncio-unknown': '"{name}" is "{value}"; Proxmox knows {allowed}.',
    'ssd-on-virtio': '"ssd" has no meaning on virtio: the plugin refuses it.',
    'cache-unknown': '"{name}" is "{value}"; Proxmox knows {allowed}.',
    'format-on-block-storage':
      'The storage "{pool}" looks like block storage, which holds raw disks alone; the format here is "{format}".',
    'too-many': 'There are {count} devices on {bus}, which takes {limit}.',
    'controller-default':
      'No "scsi_controller": SCSI disks go to an emulated LSI controller, far slower than "virtio-scsi-single".',
  },
  subs: {
    'pool-missing': 'no storage pool',
    'bus-unknown': 'unknown bus',
    'io-thread-controller': 'thread of its own without the controller for it',
    'io-thread-bus': 'thread of its own on a bus that has none',
    'asyncio-unknown': 'unknown kind of asynchronous access',
    'ssd-on-virtio': 'SSD on virtio',
    'cache-unknown': 'unknown cache mode',
    'format-on-block-storage': 'file format on block storage',
    'too-many': 'more devices than the bus takes',
    'controller-default': 'SCSI disks at the default controller',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (!isProxmox(type)) return;
      reportProblems(report, [
        ...nestedBlocks(body, 'disks').flatMap((block) => diskProblems(block)),
        ...controllerProblems(body),
        ...countProblems(body),
      ]);
    },
  }),
});
