import type { Signature } from '../signature.ts';

export const apiThrottled: Signature = {
  cause: 'api-throttled',
  class: 'transient',
  retryable: true,
  confidence: 0.88,
  place: 'verdict',
  patterns: [
    /\b429\b.*(?:Too Many|throttl|rate)|(?:status|StatusCode)[ =:]*429\b/,
    /TooManyRequests|rate limit exceeded|RequestLimitExceeded/,
    /[Rr]etry-After/,
  ],
  remedy: 'Wait as long as the service asks, and build fewer targets at once (`concurrency.platforms`).',
  action: 'retry-backoff',
};
