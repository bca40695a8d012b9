import type { Fault } from '../fault.ts';
import { missingPlugin } from '../templates/missing-plugin.ts';

/** What the template names is installed with \`packer init\`, and the build goes on. */
export const fault: Fault = {
  name: 'plugin-missing-unseen',
  what: 'a plugin is missing, and the checks are off',
  cause: 'plugin-missing',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'init-plugins', outcome: 'recovered', exitCode: 0, attempts: 2 },
  inject: (ctx) => missingPlugin(ctx, { mood: 'good' }),
};
