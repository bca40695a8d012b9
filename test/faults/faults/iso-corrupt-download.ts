import type { Fault } from '../fault.ts';
import { fromMirrorThatHeals } from '../templates/mirrored-build.ts';

/** What was damaged on the way is thrown away and fetched once more, against the same checksum. */
export const fault: Fault = {
  name: 'iso-corrupt-download',
  what: 'the first download of the image is damaged',
  cause: 'iso-checksum-mismatch',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'purge-cache', outcome: 'recovered', exitCode: 0, attempts: 2 },
  inject: (ctx) => fromMirrorThatHeals(ctx, 'corrupt'),
};
