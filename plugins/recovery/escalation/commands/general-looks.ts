import type { Look } from './look.ts';
import { shellWord } from './shell-word.ts';

const downloads = [
  'package-mirror-failed',
  'iso-download-failed',
  'iso-not-found',
  'api-connection-failed',
  'tls-untrusted-ca',
];
const templates = [
  'template-syntax-error',
  'template-unsupported-argument',
  'template-variable-unset',
  'template-invalid-value',
];
const unreachable = ['ssh-timeout', 'ssh-auth-failed', 'script-disconnected', 'ansible-connection-failed'];

/** What one looks at whatever the platform is. */
export const generalLooks: readonly Look[] = [
  {
    causes: [...templates, 'local-file-missing', 'iso-checksum-config-invalid'],
    command: ({ template }) => `packer-hybrid validate ${shellWord(template.path)}`,
    why: 'What our rules and Packer itself say about the template, with file and line.',
  },
  {
    causes: ['plugin-missing', 'plugin-version-unavailable', 'version-incompatible'],
    command: ({ template }) => `packer init ${shellWord(template.path)}`,
    why: 'Whether the plugins that the template asks for can be installed here.',
  },
  {
    causes: ['plugin-init-rate-limited'],
    command: () => 'curl -sS https://api.github.com/rate_limit',
    why: 'How many requests GitHub still takes from this address.',
  },
  {
    causes: downloads,
    command: ({ url, value }) => {
      const address = url ?? value('iso_url');
      return address && `curl -sSIL ${address}`;
    },
    why: 'Whether the address answers from this machine.',
  },
  {
    causes: ['iso-checksum-mismatch'],
    command: ({ value }) => value('iso_url') && `curl -sSL ${value('iso_url')} | sha256sum`,
    why: 'What the publisher really serves now. Compare it with the checksum that is published, not with the old one.',
  },
  { causes: ['host-disk-full'], command: () => 'df -h . /tmp /var/tmp', why: 'Which file system is full.' },
  { causes: ['host-memory-exhausted'], command: () => 'free -h', why: 'How much memory the host has left.' },
  {
    causes: unreachable,
    command: ({ value }) => {
      const host = value('ssh_host');
      if (host === undefined) return undefined;
      const user = value('ssh_username');
      return [
        'ssh -v',
        `-p ${value('ssh_port') ?? 22}`,
        ...(user === undefined ? [] : [`-l ${user}`]),
        host,
      ].join(' ');
    },
    why: 'Whether the guest answers, and at which step of the login it ends.',
  },
  {
    causes: ['config-management-failed', 'ansible-connection-failed', 'provisioner-tool-missing'],
    command: ({ file }) => {
      const playbook = file('ansible', 'playbook_file') ?? file('ansible-local', 'playbook_file');
      return playbook && `ansible-playbook --syntax-check ${playbook}`;
    },
    why: 'Whether the playbook can be read at all.',
  },
  {
    causes: ['config-management-failed', 'provisioner-tool-missing'],
    command: ({ file }) => {
      const manifest = file('puppet-masterless', 'manifest_file');
      return manifest && `puppet parser validate ${manifest}`;
    },
    why: 'Whether the manifest can be read at all.',
  },
];
