import type { Signature } from '../signature.ts';

export const packageMirrorFailed: Signature = {
  cause: 'package-mirror-failed',
  class: 'transient',
  retryable: true,
  confidence: 0.85,
  place: 'step',
  patterns: [
    /^E: (?:Failed to fetch|Unable to fetch|Some index files failed to download)/,
    /Temporary failure resolving/,
    /Hash Sum mismatch/,
    /Cannot find a valid baseurl for repo/,
    /Failed to download metadata for repo/,
    /All mirrors were (?:already )?tried/,
    /Could not connect to \S+.*(?:Connection (?:refused|timed out)|connection timed out)/,
  ],
  except: [/^(?:W|Ign):/],
  remedy: 'Try again later, refresh the package lists first, or use another mirror or a proxy.',
  action: 'retry-backoff',
};
