import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginReleases } from '../doubles/plugin-releases.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';
import { requiresQemu } from '../templates/requires-qemu.ts';

/** Nobody waits for an hour by himself, and no token of another tool is used. */
export const fault: Fault = {
  name: 'plugin-host-throttled',
  what: 'a plugin is missing, and GitHub answers no more for an hour',
  cause: 'plugin-missing',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'init-plugins', outcome: 'escalated', exitCode: 2, attempts: 1, lasting: true },
  async inject(ctx) {
    const { env } = await pluginReleases(ctx, 'throttled');
    const plugins = join(ctx.outside, 'plugins');
    await mkdir(plugins);
    return {
      files: { 'null.pkr.hcl': `${requiresQemu('1.0.9')}${nullBuild('true')}` },
      config: { policy: { gate: 'none' }, retry: { attempts: 1, wait: 0.2 } },
      env: { ...env, PACKER_PLUGIN_PATH: plugins },
    };
  },
};
