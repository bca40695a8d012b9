import type { FailureFacts } from 'packer-hybrid';

/** Causes of the class `transient`. */
export const transientCauses = {
  'package-manager-lock': {
    class: 'transient',
    retryable: true,
    confidence: 0.87,
    action: 'retry-backoff',
    remedy: 'Wait for cloud-init and unattended upgrades to end before the first package is installed.',
  },
  'package-mirror-failed': {
    class: 'transient',
    retryable: true,
    confidence: 0.85,
    action: 'retry-backoff',
    remedy: 'Try again later, refresh the package lists first, or use another mirror or a proxy.',
  },
  'iso-download-failed': {
    class: 'transient',
    retryable: true,
    confidence: 0.8,
    action: 'retry-backoff',
    remedy: 'Try again later, or give a second URL in iso_urls or a local copy.',
    attributes: ['iso_urls', 'iso_url'],
  },
  'api-connection-failed': {
    class: 'transient',
    retryable: true,
    confidence: 0.78,
    action: 'retry-backoff',
    remedy:
      'Check that the service answers from this machine: address, proxy, firewall. Before building again look for a machine that the build left behind.',
    attributes: ['vcenter_server', 'proxmox_url'],
  },
  'api-throttled': {
    class: 'transient',
    retryable: true,
    confidence: 0.9,
    action: 'retry-backoff',
    remedy:
      'Wait as long as the platform asks, build fewer targets at once, and ask for their state less often.',
  },
  'cloud-transient-error': {
    class: 'transient',
    retryable: true,
    confidence: 0.8,
    action: 'retry-backoff',
    remedy: 'Build again after a pause: the platform was busy or failed on its own side.',
  },
  'platform-object-locked': {
    class: 'transient',
    retryable: true,
    confidence: 0.88,
    action: 'retry-backoff',
    remedy: 'Wait for the other task to end, then build again with fewer targets at once.',
  },
  'plugin-init-rate-limited': {
    class: 'transient',
    retryable: true,
    confidence: 0.93,
    action: 'retry-backoff',
    remedy: 'Set PACKER_GITHUB_API_TOKEN, or keep the plugins in a cache of your own.',
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;
