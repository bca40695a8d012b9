import type { Signature } from '../signature.ts';

export const artifactAlreadyExists: Signature = {
  cause: 'artifact-already-exists',
  class: 'config',
  retryable: false,
  confidence: 0.85,
  place: 'verdict',
  patterns: [
    /'[^']+' already exists/,
    /already exists[,;] (?:you can )?use (?:the )?-force/,
    /[Rr]esource with the ID .+ already exists/,
    /(?:VM|template|image|VMID) \S+ already exists/,
  ],
  except: [/Output directory/],
  remedy:
    'Give the image a name with its version in it, or replace the old one on purpose with `policy: { force: true }`.',
  action: 'none',
};
