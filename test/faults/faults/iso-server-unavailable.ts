import type { Fault } from '../fault.ts';
import { fromMirrorThatHeals } from '../templates/mirrored-build.ts';

/** A mirror that is busy for a moment has the image a moment later. */
export const fault: Fault = {
  name: 'iso-server-unavailable',
  what: 'the mirror of the image answers 503 during the first attempt',
  cause: 'iso-download-failed',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  inject: (ctx) => fromMirrorThatHeals(ctx, 'unavailable'),
};
