import type { Signature } from '../signature.ts';

export const scriptDisconnected: Signature = {
  cause: 'script-disconnected',
  class: 'provisioner',
  retryable: false,
  confidence: 0.75,
  place: 'verdict',
  patterns: [/Script disconnected unexpectedly/, /exit status: 2300218/],
  remedy: 'Set expect_disconnect and pause_before on the step that reboots, or split the script there.',
  action: 'none',
};
