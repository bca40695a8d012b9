import type { Fault } from '../fault.ts';
import { missingPlugin } from '../templates/missing-plugin.ts';

/** A constraint on versions is never loosened. */
export const fault: Fault = {
  name: 'plugin-version-unavailable',
  what: 'a plugin is missing, and no release fits the version that is required',
  cause: 'plugin-missing',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'init-plugins', outcome: 'escalated', exitCode: 2, attempts: 1, lasting: true },
  inject: (ctx) => missingPlugin(ctx, { mood: 'good', version: '>= 99.0.0' }),
};
