import { attributeOf, defineRule } from 'packer-hybrid/rules';
import { isTrue, textOf } from '../_shared/settings.ts';
import { turnOff } from '../_shared/true-setting.ts';

export default defineRule({
  id: 'security/proxmox-insecure-tls',
  meta: {
    summary: 'The connection to Proxmox does not check who answers.',
    severity: 'high',
    impact: 'secret-exposed',
    recovery: 'moderate',
    confidence: 0.97,
    remedy:
      'Set insecure_skip_tls_verify to false and let the build host trust the certificate of the cluster.',
    example: 'insecure_skip_tls_verify = false',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    unchecked:
      'Packer sends the Proxmox credential to whatever answers at the address, because insecure_skip_tls_verify is true.',
    unencrypted: 'The Proxmox API is reached over http, so its credential crosses the network in clear text.',
  },
  create: ({ template, report }) => ({
    target({ type, body }) {
      if (!type.startsWith('proxmox')) return;
      const skip = attributeOf(body, 'insecure_skip_tls_verify');
      if (skip && isTrue(skip.value)) {
        report({ at: skip.valueRange, message: 'unchecked', fix: turnOff(template, skip) });
      }
      const url = attributeOf(body, 'proxmox_url');
      if (url && textOf(body, 'proxmox_url')?.startsWith('http://')) {
        report({ at: url.valueRange, message: 'unencrypted' });
      }
    },
  }),
});
