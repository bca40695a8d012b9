import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { bodiesWithMedia } from './bodies.ts';
import { bootProblems } from './boot.ts';
import { labelProblems } from './labels.ts';

export default defineRule({
  id: 'build/seed-media-label',
  meta: {
    summary:
      'The installer does not find its answers: the CD has another label, or the boot command points nowhere.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.85,
    remedy: 'Label a CD for cloud-init "cidata", and put both user-data and meta-data on it.',
    example: 'cd_content = {\n  "user-data" = "#cloud-config\\n"\n  "meta-data" = ""\n}\ncd_label = "cidata"',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    cidata: 'cloud-init looks for a CD with the label "cidata"; this one has {label}.',
    'meta-data': 'There is user-data on the CD but no meta-data: cloud-init ignores a CD without both.',
    kickstart:
      'Anaconda takes ks.cfg from a CD with the label "OEMDRV" alone, unless the boot command says "inst.ks="; this one has {label}.',
    'config-drive':
      'cloud-init looks for "openstack/…" on a CD with the label "config-2"; this one has {label}.',
    nowhere: 'The boot command says "ds=nocloud", but there is neither a CD nor an HTTP server with answers.',
    semicolon:
      'GRUB ends its command at the ";" after "ds=nocloud": it must be written "\\\\;" or the argument be quoted.',
  },
  subs: {
    cidata: 'label of a CD for cloud-init',
    'meta-data': 'user-data without meta-data',
    kickstart: 'label of a CD for Anaconda',
    'config-drive': 'label of a configuration drive',
    nowhere: 'boot command for answers that are nowhere',
    semicolon: 'semicolon that GRUB takes for its own',
  },
  create: ({ report }) => ({
    target({ body }) {
      reportProblems(report, [
        ...bodiesWithMedia(body).flatMap((media) => labelProblems(media, body)),
        ...bootProblems(body),
      ]);
    },
  }),
});
