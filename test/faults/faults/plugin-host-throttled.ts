import type { Fault } from '../fault.ts';
import { missingPlugin } from '../templates/missing-plugin.ts';

/** Nobody waits for an hour by himself, and no token of another tool is used. */
export const fault: Fault = {
  name: 'plugin-host-throttled',
  what: 'a plugin is missing, and GitHub answers no more for an hour',
  cause: 'plugin-missing',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'init-plugins', outcome: 'escalated', exitCode: 2, attempts: 1, lasting: true },
  inject: (ctx) => missingPlugin(ctx, { mood: 'throttled' }),
};
