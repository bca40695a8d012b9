import type { Signature } from '../signature.ts';

export const outputExists: Signature = {
  cause: 'output-exists',
  class: 'config',
  retryable: false,
  confidence: 0.92,
  place: 'verdict',
  patterns: [/[Oo]utput (?:directory|file|path) '?\S+?'? (?:already )?exists/, /It must not exist\./],
  remedy:
    'Remove the output of the earlier build, or set `policy: { force: true }` when no other build uses it.',
  action: 'force',
};
