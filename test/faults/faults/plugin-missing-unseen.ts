import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginReleases } from '../doubles/plugin-releases.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';
import { requiresQemu } from '../templates/requires-qemu.ts';

/** What the template names is installed with \`packer init\`, and the build goes on. */
export const fault: Fault = {
  name: 'plugin-missing-unseen',
  what: 'a plugin is missing, and the checks are off',
  cause: 'plugin-missing',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'init-plugins', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { env } = await pluginReleases(ctx, 'good');
    const plugins = join(ctx.outside, 'plugins');
    await mkdir(plugins);
    return {
      files: { 'null.pkr.hcl': `${requiresQemu('1.0.9')}${nullBuild('true')}` },
      config: { policy: { gate: 'none' }, retry: { attempts: 1, wait: 0.2 } },
      env: { ...env, PACKER_PLUGIN_PATH: plugins },
    };
  },
};
