import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginReleases, type ReleaseMood } from '../doubles/plugin-releases.ts';
import type { FaultContext, Injection } from '../fault.ts';
import { nullBuild } from './null-build.ts';
import { requiresQemu } from './requires-qemu.ts';

/** Lets a build begin although a check failed. */
const uncheckedConfig = { policy: { gate: 'none' }, retry: { attempts: 1, wait: 0.2 } };

export interface MissingPlugin {
  /** How the GitHub of the plugin answers. */
  readonly mood: ReleaseMood;
  readonly version?: string;
  /** The checks are off unless told otherwise. */
  readonly config?: Injection['config'];
}

/** A build that requires the QEMU plugin where no plugin is installed. */
export async function missingPlugin(
  ctx: FaultContext,
  { mood, version = '1.0.9', config = uncheckedConfig }: MissingPlugin,
): Promise<Injection> {
  const { env } = await pluginReleases(ctx, mood);
  const plugins = join(ctx.outside, 'plugins');
  await mkdir(plugins);
  return {
    files: { 'null.pkr.hcl': `${requiresQemu(version)}${nullBuild('true')}` },
    ...(config && { config }),
    env: { ...env, PACKER_PLUGIN_PATH: plugins },
  };
}
