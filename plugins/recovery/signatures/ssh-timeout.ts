import type { Signature } from '../signature.ts';

export const sshTimeout: Signature = {
  cause: 'ssh-timeout',
  class: 'guest',
  retryable: true,
  confidence: 0.55,
  place: 'verdict',
  patterns: [/Timeout waiting for SSH/],
  remedy:
    'Look at the console of the machine: is its network up, does sshd run? If it only needs longer, raise ssh_timeout.',
  action: 'increase-timeout',
};
