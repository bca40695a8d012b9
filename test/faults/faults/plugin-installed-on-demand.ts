import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginReleases } from '../doubles/plugin-releases.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';
import { requiresQemu } from '../templates/requires-qemu.ts';

/** Where installing is allowed, it is done before the first attempt. */
export const fault: Fault = {
  name: 'plugin-installed-on-demand',
  what: 'a plugin is missing, and plugins may be installed',
  cause: 'none',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'none', outcome: 'recovered', exitCode: 0, attempts: 1 },
  async inject(ctx) {
    const { env } = await pluginReleases(ctx, 'good');
    const plugins = join(ctx.outside, 'plugins');
    await mkdir(plugins);
    return {
      files: { 'null.pkr.hcl': `${requiresQemu('1.0.9')}${nullBuild('true')}` },
      config: { toolchain: { install: 'auto' } },
      env: { ...env, PACKER_PLUGIN_PATH: plugins },
    };
  },
};
