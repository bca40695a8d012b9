import type { Signature } from '../signature.ts';

export const storageFull: Signature = {
  cause: 'storage-full',
  class: 'infrastructure',
  retryable: false,
  confidence: 0.9,
  place: 'verdict',
  patterns: [
    /[Ii]nsufficient disk space on datastore/,
    /(?:datastore|storage|thin pool) .*(?:is full|out of space|not enough (?:free )?space)/,
  ],
  remedy: 'Free space on the storage of the platform, or choose another one.',
  action: 'none',
};
