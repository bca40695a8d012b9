import type { Signature } from '../signature.ts';

export const hostMemoryExhausted: Signature = {
  cause: 'host-memory-exhausted',
  class: 'infrastructure',
  retryable: true,
  confidence: 0.9,
  place: 'anywhere',
  patterns: [
    /[Cc]annot set up guest memory/,
    /qemu.*[Cc]annot allocate memory/,
    /fork\/exec .*: cannot allocate memory/,
  ],
  remedy:
    'Give the machine less memory, build fewer targets at once, or try again when this machine is idle.',
  action: 'retry-backoff',
};
