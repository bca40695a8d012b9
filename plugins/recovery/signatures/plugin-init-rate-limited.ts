import type { Signature } from '../signature.ts';

export const pluginInitRateLimited: Signature = {
  cause: 'plugin-init-rate-limited',
  class: 'transient',
  retryable: true,
  confidence: 0.9,
  place: 'verdict',
  patterns: [/GitHub.*rate limit|API rate limit (?:of \d+ )?(?:hit|exceeded)|403 API rate limit/],
  remedy: 'Set PACKER_GITHUB_API_TOKEN, or keep the plugins in a cache of your own.',
  action: 'retry-backoff',
};
