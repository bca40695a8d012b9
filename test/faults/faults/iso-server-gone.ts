import type { Fault } from '../fault.ts';
import { fromMirrorThatStays } from '../templates/mirrored-build.ts';

/** A mirror that never comes back is handed over when the attempts are spent. */
export const fault: Fault = {
  name: 'iso-server-gone',
  what: 'the mirror of the image answers 503 for good',
  cause: 'iso-download-failed',
  needs: ['guest'],
  expects: { action: 'retry-backoff', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  inject: (ctx) => fromMirrorThatStays(ctx, { mood: 'unavailable', downloads: 8 }),
};
