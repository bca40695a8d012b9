import type { Signature } from '../signature.ts';

export const cloudQuotaExceeded: Signature = {
  cause: 'cloud-quota-exceeded',
  class: 'infrastructure',
  retryable: false,
  confidence: 0.9,
  place: 'verdict',
  patterns: [
    /QuotaExceeded|[Qq]uota (?:was |is |has been )?exceeded|exceed(?:s|ing|ed)? (?:approved|the|your) .*(?:[Qq]uota|limit)|LimitExceeded/,
  ],
  remedy: 'Free resources, ask for a higher quota, or choose a smaller size.',
  action: 'none',
};
