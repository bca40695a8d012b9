import type { Signature } from '../signature.ts';

export const isoNotFound: Signature = {
  cause: 'iso-not-found',
  class: 'config',
  retryable: false,
  confidence: 0.9,
  place: 'verdict',
  patterns: [/bad response code: 40[34]/, /error downloading ISO.*\b404\b/],
  remedy: 'Point iso_url at a release that is still published, and update its checksum with it.',
  action: 'none',
};
