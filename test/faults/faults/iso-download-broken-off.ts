import type { Fault } from '../fault.ts';
import { fromMirrorThatHeals } from '../templates/mirrored-build.ts';

/** A download that broke off is begun again. */
export const fault: Fault = {
  name: 'iso-download-broken-off',
  what: 'the mirror closes the connection in the middle of the download',
  cause: 'iso-download-failed',
  needs: ['guest'],
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  inject: (ctx) => fromMirrorThatHeals(ctx, 'breaks off'),
};
