import { defineRule, startOf, type Template } from 'packer-hybrid/rules';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';

const installers: ReadonlySet<string> = new Set([
  'proxmox-iso',
  'vsphere-iso',
  'qemu',
  'virtualbox-iso',
  'vmware-iso',
  'hyperv-iso',
  'parallels-iso',
]);
const ways = [
  'ssh_password',
  'ssh_private_key_file',
  'ssh_agent_auth',
  'ssh_keypair_name',
  'ssh_certificate_file',
];

export default defineRule({
  id: 'build/iso-build-without-login-path',
  meta: {
    summary: 'Packer has no password and no key that the freshly installed machine knows.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.75,
    remedy:
      'Set ssh_password to that of the answer file, or put the public key of ssh_private_key_file into it.',
    example: 'ssh_private_key_file = "~/.ssh/packer"',
    recommended: true,
    needsWholeTemplate: true,
  },
  messages: {
    none: 'Packer makes a key for "{type}.{name}" that nothing brings into the installed machine: it has neither a password nor a key file, and waits for the login until its time is over.',
  },
  create({ template, report }) {
    const isInjected = mentionsKey(template);
    return {
      target({ type, name, body, source }) {
        if (isInjected || !installers.has(type) || flagOf(body, 'disk_image') !== false) return;
        const communicator = isUnset(body, 'communicator') ? 'ssh' : textOf(body, 'communicator');
        if (communicator !== 'ssh' || !ways.every((way) => isUnset(body, way))) return;
        report({ at: startOf(source), message: 'none', data: { type, name } });
      },
    };
  },
});

/** Whether the template hands Packer's own key to something: the boot command, an answer file. */
function mentionsKey({ files }: Template): boolean {
  return files.some(({ text }) => /SSHPublicKey|sshkey/.test(text));
}
