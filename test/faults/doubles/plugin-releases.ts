import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '../../support/run-program.ts';
import type { FaultContext } from '../fault.ts';
import { type Internet, internetOf } from './internet.ts';

/** How GitHub answers `packer init`. */
export type ReleaseMood = 'good' | 'throttled' | 'other file' | 'no releases';

/** The GitHub that `packer init` asks, with one release of the QEMU plugin: the real plugin that the tests built. */
export async function pluginReleases(
  ctx: Pick<FaultContext, 'outside' | 'packer' | 'onEnd'>,
  mood: ReleaseMood = 'good',
): Promise<Internet> {
  const { name, zip } = await zippedPlugin(ctx);
  const version = /_(v[^_]+)_/.exec(name)?.[1];
  const sum = createHash('sha256')
    .update(mood === 'other file' ? 'another file' : zip)
    .digest('hex');
  return internetOf(ctx, {
    'api.github.com'(_, response) {
      if (mood === 'throttled') {
        return response
          .writeHead(403, throttled())
          .end('{"message":"API rate limit exceeded for 192.0.2.1."}');
      }
      response.end(JSON.stringify(mood === 'no releases' ? [] : [{ ref: `refs/tags/${version}` }]));
    },
    'github.com'({ url }, response) {
      if (url?.endsWith('SHA256SUMS')) return response.end(`${sum}  ${name}.zip\n`);
      if (url?.endsWith(`/${name}.zip`)) return response.end(zip);
      response.writeHead(404).end('Not Found');
    },
  });
}

function throttled(): Readonly<Record<string, string>> {
  const reset = Math.floor(Date.now() / 1_000) + 3_600;
  return { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
}

async function zippedPlugin({
  outside,
  packer,
}: Pick<FaultContext, 'outside' | 'packer'>): Promise<{ readonly name: string; readonly zip: Buffer }> {
  const installed = join(String(packer.pluginPath), 'github.com', 'hashicorp', 'qemu');
  const name = (await readdir(installed)).find((file) => !file.endsWith('SHA256SUM'));
  if (name === undefined) throw new Error(`${installed} holds no plugin.`);
  const folder = join(outside, 'release');
  await mkdir(folder);
  await copyFile(join(installed, name), join(folder, name));
  await mustRun('zip', ['-q', '-0', '-j', join(folder, 'plugin.zip'), join(folder, name)]);
  return { name, zip: await readFile(join(folder, 'plugin.zip')) };
}
