import type { Fault } from '../fault.ts';
import { fromMirrorThatStays } from '../templates/mirrored-build.ts';

/** An image that is gone stays gone: another one is chosen by a person. */
export const fault: Fault = {
  name: 'iso-url-missing',
  what: 'the address of the image answers 404',
  cause: 'iso-not-found',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: (ctx) => fromMirrorThatStays(ctx, { mood: 'missing', downloads: 1 }),
};
