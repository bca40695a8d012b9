import type { Signature } from '../signature.ts';

export const hostDiskFull: Signature = {
  cause: 'host-disk-full',
  class: 'infrastructure',
  retryable: false,
  confidence: 0.9,
  place: 'verdict',
  patterns: [/\bno space left on device/, /[Dd]isk quota exceeded/],
  remedy: 'Free space on this machine, or put the cache, TMPDIR and the output on a larger disk.',
  action: 'none',
};
