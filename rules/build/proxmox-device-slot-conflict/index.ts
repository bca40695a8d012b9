import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { isProxmox } from '../_shared/proxmox.ts';
import { devicesOf } from '../_shared/proxmox-devices.ts';
import { indexProblems } from './indexes.ts';
import { takenTwice } from './taken-twice.ts';

export default defineRule({
  id: 'build/proxmox-device-slot-conflict',
  meta: {
    summary:
      'Two drives of a machine on Proxmox ask for the same slot, or one asks for a slot that does not exist.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.82,
    remedy: 'Leave "index" out, so that the plugin takes the next free slot, or give each drive another one.',
    example:
      'boot_iso {\n  type     = "ide"\n  index    = "2"\n  iso_file = "local:iso/win.iso"\n}\nadditional_iso_files {\n  type     = "ide"\n  index    = "3"\n  iso_file = "local:iso/virtio-win.iso"\n}',
    recommended: true,
  },
  messages: {
    taken: '{second} asks for {slot}, where {first} is already: the later one replaces the earlier.',
    'index-range': 'There is no {slot}: {bus} has slots from 0 to {last}, and the plugin crashes.',
    'index-format': 'The index "{value}" is no number.',
  },
  subs: {
    taken: 'slot that two drives ask for',
    'index-range': 'slot that does not exist',
    'index-format': 'index that is no number',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (!isProxmox(type)) return;
      reportProblems(report, [...takenTwice(devicesOf(body) ?? []), ...indexProblems(body)]);
    },
  }),
});
