import type { Fault } from '../fault.ts';
import { missingPlugin } from '../templates/missing-plugin.ts';

/** Where installing is allowed, it is done before the first attempt. */
export const fault: Fault = {
  name: 'plugin-installed-on-demand',
  what: 'a plugin is missing, and plugins may be installed',
  cause: 'none',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'none', outcome: 'recovered', exitCode: 0, attempts: 1 },
  inject: (ctx) => missingPlugin(ctx, { mood: 'good', config: { toolchain: { install: 'auto' } } }),
};
