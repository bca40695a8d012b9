import type { Signature } from '../signature.ts';

export const userCancelled: Signature = {
  cause: 'user-cancelled',
  class: 'config',
  retryable: false,
  confidence: 0.99,
  place: 'verdict',
  patterns: [/^Build was cancelled/, /^Cancelling build after receiving/, /Cleanly cancelled builds/],
  remedy:
    'Nothing is wrong with the build: it was interrupted. Check that its machine is gone, then start it again.',
  action: 'none',
};
