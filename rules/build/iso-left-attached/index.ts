import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { isProxmox } from '../_shared/proxmox.ts';
import { flagOf } from '../_shared/settings.ts';
import { proxmoxProblems } from './proxmox.ts';
import { vsphereProblems } from './vsphere.ts';

export default defineRule({
  id: 'build/iso-left-attached',
  meta: {
    summary: 'The finished image keeps the CD that it was installed from.',
    severity: 'medium',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.85,
    remedy: 'Take the CD out at the end: "unmount" = true on Proxmox, "remove_cdrom" = true on vSphere.',
    example: 'boot_iso {\n  iso_file = "local:iso/debian.iso"\n  unmount  = true\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    kept: '"{name}" stays in the image, because "{switch}" is not true: every clone depends on the ISO, and may boot from it.',
    'secret-kept':
      'The CD of "{name}" holds what looks like a password and stays in the image, because "unmount" is not true.',
    'reattach-useless':
      '"reattach_cdroms" brings the CD drives back: "remove_cdrom" has no effect beside it.',
    'reattach-range': '"reattach_cdroms" is {value}; it goes from 1 to 4.',
    'bus-unknown': '"{name}" is "{value}"; vSphere knows {allowed}.',
  },
  subs: {
    kept: 'CD that is not taken out',
    'secret-kept': 'CD with a password that is not taken out',
    'reattach-useless': 'CD drives removed and attached again',
    'reattach-range': 'number of CD drives out of range',
    'bus-unknown': 'unknown bus of the CD drive',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      // What does not become a template is thrown away or looked at by hand.
      if (isProxmox(type) && flagOf(body, 'skip_convert_to_template') === false) {
        reportProblems(report, proxmoxProblems(body));
      }
      if (type === 'vsphere-iso') reportProblems(report, vsphereProblems(body));
    },
  }),
});
