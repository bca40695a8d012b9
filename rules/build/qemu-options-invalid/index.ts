import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { bootProblems } from './boot.ts';
import { diskProblems } from './disk.ts';
import { machineProblems } from './machine.ts';
import { sizeProblems } from './size.ts';

export default defineRule({
  id: 'build/qemu-options-invalid',
  meta: {
    summary: 'Options of a qemu source have values that QEMU or the plugin does not take.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.93,
    remedy:
      'Write sizes as a whole number with one letter, such as "40G", and use values that the plugin knows.',
    example: 'disk_size        = "40G"\ndisk_image       = true\nskip_resize_disk = true',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    'size-format': 'The size "{size}" is no whole number with one of the letters b, k, m, g and t.',
    'size-small': 'The size "{size}" has no unit and means MiB: no system can be installed on that.',
    'value-unknown': '"{name}" is "{value}"; QEMU takes {allowed}.',
    'backing-file': '"use_backing_file" needs {missing}: only a qcow2 disk can refer to another image.',
    'resize-without-image':
      '"skip_resize_disk" needs "disk_image" = true: there is no image whose size could stay.',
    'compression-raw': '"disk_compression" has no effect: a raw disk cannot be compressed.',
    'boot-twice': '"{first}" and "{second}" both type at the console: the plugin takes only one.',
    'boot-without-vnc': 'The boot command is typed through VNC, which "disable_vnc" turns off.',
    'port-range': 'The ports from "{minimum}" ({low}) to "{maximum}" ({high}) are no range{reason}.',
    'count-negative': '"{name}" is {value}: there is no such number of processors.',
    'memory-small': '"memory" is {value} MiB: below 10 the plugin takes 512 without a word.',
    'vnc-password': 'A VNC password has 8 characters at most; what is longer is cut off.',
    'efi-files': '"{name}" needs {missing} as well: the firmware is in two files.',
    'secure-boot-machine': 'Firmware with Secure Boot runs on "machine_type" = "q35" alone.',
  },
  subs: {
    'size-format': 'size that QEMU cannot read',
    'size-small': 'size without unit that is far too small',
    'value-unknown': 'value that QEMU does not know',
    'backing-file': 'backing file without image or qcow2',
    'resize-without-image': 'size of an image kept where there is no image',
    'compression-raw': 'compression of a raw disk',
    'boot-twice': 'two kinds of boot commands',
    'boot-without-vnc': 'boot command without VNC',
    'port-range': 'ports that are no range',
    'count-negative': 'negative number of processors',
    'memory-small': 'memory below the least that counts',
    'vnc-password': 'VNC password that is too long',
    'efi-files': 'firmware with one of its two files',
    'secure-boot-machine': 'Secure Boot on another machine than q35',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (type !== 'qemu') return;
      reportProblems(report, [
        ...sizeProblems(body),
        ...diskProblems(body),
        ...bootProblems(body),
        ...machineProblems(body),
      ]);
    },
  }),
});
