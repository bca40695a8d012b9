import type { Signature } from '../signature.ts';

export const isoChecksumMismatch: Signature = {
  cause: 'iso-checksum-mismatch',
  class: 'security',
  retryable: false,
  confidence: 0.96,
  place: 'verdict',
  patterns: [/Checksums? did not match/, /checksums? (?:does|do|did) not match/],
  remedy:
    'Do not use the file. Remove it from the cache and compare the checksum with what its publisher states, by hand.',
  action: 'none',
};
