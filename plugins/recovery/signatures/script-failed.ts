import type { Signature } from '../signature.ts';

export const scriptFailed: Signature = {
  cause: 'script-failed',
  class: 'provisioner',
  retryable: false,
  confidence: 0.6,
  place: 'verdict',
  patterns: [
    /Script exited with non-zero exit status/,
    /[Ee]rror executing (?:shell|script|inline)|Process exited with (?:status|code) [1-9]/,
  ],
  remedy:
    'Read the last lines of the script above the exit status and correct the command; Packer only passes the status on.',
  action: 'none',
};
