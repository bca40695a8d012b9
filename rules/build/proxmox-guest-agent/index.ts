import { attributeOf, defineRule, type TargetView } from 'packer-hybrid/rules';
import { answerTexts } from '../_shared/answer-texts.ts';
import { headOf, placeOf } from '../_shared/problem.ts';
import { isProxmox, isProxmoxIso } from '../_shared/proxmox.ts';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'build/proxmox-guest-agent',
  meta: {
    summary: 'Packer cannot learn the address of the machine: no guest agent tells it.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.83,
    remedy:
      'Leave "qemu_agent" on and let the installer install qemu-guest-agent, or give the address with "ssh_host".',
    example: 'qemu_agent = true',
    recommended: true,
  },
  messages: {
    off: '"qemu_agent" is false and no "{host}" is set: Proxmox does not know the address, and Packer waits in vain.',
    'not-installed':
      'Neither the answers for the installer nor anything else installs qemu-guest-agent: Packer waits for an address that nobody tells.',
  },
  subs: {
    off: 'agent turned off without an address',
    'not-installed': 'agent that nothing installs',
  },
  create: ({ template, report, readFile }) => ({
    target(target) {
      const { type, body } = target;
      if (!isProxmox(type) || hasAddress(target)) return;
      const attribute = attributeOf(body, 'qemu_agent');
      const isDefault = !attribute || (attribute.value.state === 'known' && attribute.value.value === null);
      if (!isDefault && flagOf(body, 'qemu_agent') === false) {
        const host = textOf(body, 'communicator') === 'winrm' ? 'winrm_host' : 'ssh_host';
        report({ at: placeOf(body, 'qemu_agent'), message: 'off', sub: 'off', data: { host } });
        return;
      }
      if (!isProxmoxIso(type) || (!isDefault && flagOf(body, 'qemu_agent') !== true)) return;
      const answers = answerTexts(body, readFile);
      if (
        !answers ||
        [...answers, ...template.files.map(({ text }) => text)].some((text) => agent.test(text))
      )
        return;
      report({
        at: headOf(body),
        message: 'not-installed',
        sub: 'not-installed',
        severity: 'medium',
        // Debian's installer may install the agent where it finds a virtual machine.
        confidence: answers.some((text) => /^d-i\s/m.test(text)) ? 0.4 : 0.6,
      });
    },
  }),
});

/** All names under which the agent, or what brings it, is installed. */
const agent = /guest-agent|qemu-ga\b|qemu_ga|virtio-win|guest-tools/i;

function hasAddress({ body }: TargetView): boolean {
  return (
    textOf(body, 'communicator') === 'none' || !isUnset(body, 'ssh_host') || !isUnset(body, 'winrm_host')
  );
}
