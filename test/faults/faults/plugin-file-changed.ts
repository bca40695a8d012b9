import type { Fault } from '../fault.ts';
import { missingPlugin } from '../templates/missing-plugin.ts';

/** A plugin that is not what was published is never installed. */
export const fault: Fault = {
  name: 'plugin-file-changed',
  what: 'a plugin is missing, and its file differs from the published checksum',
  cause: 'plugin-missing',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'init-plugins', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  inject: (ctx) => missingPlugin(ctx, { mood: 'other file' }),
};
