import type { Diagnosis } from 'packer-hybrid';

/** When causes of both sides show in one build, those under `before` explain those under `after`. */
export interface Precedence {
  readonly before: readonly string[];
  readonly after: readonly string[] | 'all others';
}

const trust = [
  'platform-permission-denied',
  'platform-auth-failed',
  'azure-policy-denied',
  'tls-untrusted-ca',
  'iso-checksum-mismatch',
];
const generic = [
  'platform-upload-failed',
  'platform-object-not-found',
  'platform-rejected-spec',
  'artifact-finalize-failed',
  'boot-command-failed',
  'hypervisor-launch-failed',
  'api-connection-failed',
  'cloud-transient-error',
  'iso-download-failed',
  'local-file-missing',
];
const relays = ['script-failed', 'config-management-failed', 'post-processor-failed', 'script-disconnected'];
const timeouts = ['ssh-timeout', 'winrm-timeout', 'reboot-timeout', 'shutdown-timeout'];

/** Causes before consequences, the strongest rule first. */
export const precedence: readonly Precedence[] = [
  { before: ['windows-sysprep-failed'], after: ['user-cancelled'] },
  { before: ['user-cancelled'], after: 'all others' },
  { before: ['plugin-crash'], after: 'all others' },
  { before: trust, after: generic },
  {
    before: ['scp-sftp-unavailable', 'provisioner-tool-missing'],
    after: ['ansible-connection-failed', 'file-upload-failed'],
  },
  {
    before: [
      'ansible-connection-failed',
      'guest-os-mismatch',
      'sudo-not-usable',
      'package-manager-lock',
      'package-mirror-failed',
      'guest-disk-full',
      'host-disk-full',
      'file-upload-failed',
      'provisioner-tool-missing',
      'scp-sftp-unavailable',
    ],
    after: relays,
  },
  {
    before: [
      'platform-auth-failed',
      'platform-permission-denied',
      'platform-object-not-found',
      'local-file-missing',
    ],
    after: relays,
  },
  {
    before: [
      'kvm-unavailable',
      'host-memory-exhausted',
      'host-disk-full',
      'host-tool-missing',
      'platform-object-locked',
      'storage-full',
      'storage-unavailable',
    ],
    after: ['hypervisor-launch-failed', 'platform-rejected-spec'],
  },
  { before: ['api-connection-failed'], after: ['boot-command-failed', 'guest-no-ip'] },
  {
    before: ['iso-checksum-mismatch', 'iso-not-found', 'iso-checksum-config-invalid'],
    after: ['iso-download-failed'],
  },
  {
    before: ['plugin-init-rate-limited', 'version-incompatible'],
    after: ['plugin-version-unavailable', 'plugin-missing', 'api-throttled'],
  },
  {
    before: ['ssh-private-key-invalid', 'iso-checksum-config-invalid', 'output-exists'],
    after: ['local-file-missing', 'template-invalid-value'],
  },
  {
    before: [
      'local-file-missing',
      'provisioner-tool-missing',
      'host-tool-missing',
      'template-variable-unset',
    ],
    after: ['template-invalid-value'],
  },
  { before: ['template-syntax-error'], after: ['template-unsupported-argument'] },
  {
    before: [
      'api-throttled',
      'cloud-quota-exceeded',
      'cloud-capacity-unavailable',
      'azure-marketplace-terms',
      'azure-image-incompatible',
      'artifact-already-exists',
      'azure-policy-denied',
    ],
    after: [
      'platform-rejected-spec',
      'cloud-transient-error',
      'hypervisor-launch-failed',
      'platform-object-not-found',
    ],
  },
  {
    before: [
      'guest-agent-not-running',
      'guest-no-ip',
      'guest-http-unreachable',
      'boot-command-failed',
      'vnc-connect-failed',
      'ssh-auth-failed',
      'winrm-auth-failed',
      'ssh-private-key-invalid',
    ],
    after: timeouts,
  },
];

const gap = 0.02;

/** Puts every consequence behind its cause by lowering how sure it is; the surest comes first. */
export function inOrderOfCause(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const confidence = new Map(diagnoses.map(({ cause, confidence }) => [cause, confidence]));
  // The strongest rules last, so that no weaker one undoes them.
  for (const { before, after } of precedence.toReversed()) {
    const causes = before.filter((cause) => confidence.has(cause));
    if (causes.length === 0) continue;
    const least = Math.min(...causes.map((cause) => confidence.get(cause) ?? 1));
    const others = after === 'all others' ? [...confidence.keys()] : after;
    for (const cause of others) {
      const now = confidence.get(cause);
      if (now !== undefined && !before.includes(cause) && now >= least) {
        confidence.set(cause, Math.max(0, Math.round((least - gap) * 100) / 100));
      }
    }
  }
  return diagnoses
    .map((diagnosis) => ({
      ...diagnosis,
      confidence: confidence.get(diagnosis.cause) ?? diagnosis.confidence,
    }))
    .sort((a, b) => b.confidence - a.confidence);
}
