import type { Fault } from '../fault.ts';
import { fromMirrorThatStays } from '../templates/mirrored-build.ts';

/** An image that differs twice from its checksum has changed: nobody but a person may accept that. */
export const fault: Fault = {
  name: 'iso-checksum-mismatch',
  what: 'every download of the image differs from its checksum',
  cause: 'iso-checksum-mismatch',
  needs: ['guest'],
  expects: { action: 'purge-cache', outcome: 'escalated', exitCode: 3, attempts: 2, lasting: true },
  inject: (ctx) => fromMirrorThatStays(ctx, { mood: 'corrupt', downloads: 2 }),
};
