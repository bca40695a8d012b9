import type { Signature } from '../signature.ts';

export const postProcessorFailed: Signature = {
  cause: 'post-processor-failed',
  class: 'provisioner',
  retryable: false,
  confidence: 0.66,
  place: 'verdict',
  patterns: [/Post-processor failed/],
  remedy:
    'The image was built. Correct the path or setting of the post-processor that is named, then build again.',
  action: 'none',
};
