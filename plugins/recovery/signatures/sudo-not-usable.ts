import type { Signature } from '../signature.ts';

export const sudoNotUsable: Signature = {
  cause: 'sudo-not-usable',
  class: 'provisioner',
  retryable: false,
  confidence: 0.86,
  place: 'step',
  patterns: [
    /sudo: (?:a terminal is required|a password is required|no tty present|sorry, you must have a tty)/,
    /is not in the sudoers file/,
  ],
  remedy:
    'Let the user that builds run sudo without a password, or set execute_command to pass it with `sudo -S`.',
  action: 'none',
};
