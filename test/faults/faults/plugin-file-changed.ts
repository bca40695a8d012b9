import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginReleases } from '../doubles/plugin-releases.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';
import { requiresQemu } from '../templates/requires-qemu.ts';

/** A plugin that is not what was published is never installed. */
export const fault: Fault = {
  name: 'plugin-file-changed',
  what: 'a plugin is missing, and its file differs from the published checksum',
  cause: 'plugin-missing',
  needs: ['plugins', 'program:openssl', 'program:zip'],
  expects: { action: 'init-plugins', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  async inject(ctx) {
    const { env } = await pluginReleases(ctx, 'other file');
    const plugins = join(ctx.outside, 'plugins');
    await mkdir(plugins);
    return {
      files: { 'null.pkr.hcl': `${requiresQemu('1.0.9')}${nullBuild('true')}` },
      config: { policy: { gate: 'none' }, retry: { attempts: 1, wait: 0.2 } },
      env: { ...env, PACKER_PLUGIN_PATH: plugins },
    };
  },
};
