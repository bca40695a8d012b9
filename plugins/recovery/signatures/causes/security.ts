import type { FailureFacts } from 'packer-hybrid';

/** Causes of the class `security`. */
export const securityCauses = {
  'ssh-auth-failed': {
    class: 'security',
    retryable: false,
    confidence: 0.95,
    action: 'none',
    remedy:
      'Make ssh_username and the key or password match what the image or its unattended installation creates.',
    attributes: ['ssh_username', 'ssh_private_key_file', 'ssh_password'],
  },
  'winrm-auth-failed': {
    class: 'security',
    retryable: false,
    confidence: 0.95,
    action: 'none',
    remedy:
      'Correct winrm_username and winrm_password, or allow that account the way of logging in that is in use.',
    attributes: ['winrm_username', 'winrm_password', 'winrm_use_ntlm'],
  },
  'iso-checksum-mismatch': {
    class: 'security',
    retryable: true,
    confidence: 0.96,
    action: 'purge-cache',
    remedy:
      'Remove the cached file and download it once more. If it differs again, compare the checksum with what its publisher states, by hand.',
    attributes: ['iso_checksum'],
  },
  'tls-untrusted-ca': {
    class: 'security',
    retryable: false,
    confidence: 0.93,
    action: 'none',
    remedy:
      'Install the authority that issued the certificate, or correct the host name. Do not turn the check off.',
    attributes: ['vcenter_server', 'proxmox_url'],
  },
  'platform-auth-failed': {
    class: 'security',
    retryable: false,
    confidence: 0.94,
    action: 'refresh-credentials',
    remedy:
      'Renew or correct the secret or token of the platform. The same one is not tried again: accounts get locked.',
    attributes: ['username', 'token', 'client_secret'],
  },
  'platform-permission-denied': {
    class: 'security',
    retryable: false,
    confidence: 0.93,
    action: 'none',
    remedy: 'Grant the privilege that is named to the account that builds, on the object that is named.',
    attributes: ['username'],
  },
  'azure-policy-denied': {
    class: 'security',
    retryable: false,
    confidence: 0.95,
    action: 'none',
    remedy:
      'Make the template comply with the policy that is named (tags, key vault, network), or get an exemption from its owner.',
    attributes: ['azure_tags', 'build_key_vault_name'],
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;
