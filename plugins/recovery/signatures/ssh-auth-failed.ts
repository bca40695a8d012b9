import type { Signature } from '../signature.ts';

export const sshAuthFailed: Signature = {
  cause: 'ssh-auth-failed',
  class: 'security',
  retryable: false,
  confidence: 0.95,
  place: 'verdict',
  patterns: [
    /ssh: unable to authenticate/,
    /authentication error when trying to connect via SSH/,
    /SSH authentication fail/,
    /Permission denied \(publickey/,
  ],
  remedy:
    'Make ssh_username and the key or password match what the image or its unattended installation creates.',
  action: 'none',
};
