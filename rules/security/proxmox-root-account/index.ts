import { attributeOf, type Body, defineRule } from 'packer-hybrid/rules';
import { isTestFile } from '../_shared/secret-value.ts';
import { isUnset, textOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'security/proxmox-root-account',
  meta: {
    summary: 'Packer logs in to Proxmox as root.',
    severity: 'low',
    impact: 'secret-exposed',
    recovery: 'moderate',
    confidence: 0.75,
    remedy: 'Make a user such as packer@pve with a role of its own, and use its token.',
    example: 'username = "packer@pve!build"\ntoken    = var.proxmox_token',
    recommended: true,
  },
  messages: {
    root: 'Packer logs in as root@pam: whoever gets this credential owns the whole cluster.',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      const username = attributeOf(body, 'username');
      if (!type.startsWith('proxmox') || !username || isTestFile(username.range.file)) return;
      if (!/^root@pam(!|$)/.test(textOf(body, 'username') ?? '') || needsRoot(body)) return;
      report({ at: username.valueRange, message: 'root' });
    },
  }),
});

/** What Proxmox lets nobody else do. */
function needsRoot(body: Body): boolean {
  return (
    !isUnset(attributeOf(body, 'qemu_additional_args')) ||
    body.blocks.some(
      ({ type, body: device }) => type === 'pci_devices' && isUnset(attributeOf(device, 'mapping')),
    )
  );
}
