import { readdir, rm, writeFile } from 'node:fs/promises';
import { runCli } from '../../support/cli.ts';
import { imageServer } from '../doubles/image-server.ts';
import type { Fault, FaultContext } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** An image that was damaged in the cache is fetched again before anything is built from it. */
export const fault: Fault = {
  name: 'cache-corrupted',
  what: 'every image in the download cache was overwritten since the last build',
  cause: 'none',
  needs: ['guest'],
  packers: 'each',
  expects: { action: 'none', outcome: 'recovered', exitCode: 0, attempts: 1 },
  async inject(ctx) {
    const { guest, workspace } = ctx;
    const server = await imageServer(ctx, guest.disk, 'good');
    const template = qemuBuild({ guest: { ...guest, disk: server.url } });
    await workspace.write({ 'guest.pkr.hcl': template });
    await runCli(['build', '--format', 'json'], { cwd: workspace.root, packer: ctx.packer });
    const damaged = await damageCache(ctx);
    await rm(workspace.path('output', 'guest'), { recursive: true });
    return {
      files: { 'guest.pkr.hcl': template },
      makes: ['output/guest/'],
      check() {
        if (damaged === 0 || server.downloads !== 2)
          throw new Error(`${damaged} images were damaged, ${server.downloads} were fetched.`);
      },
    };
  },
};

async function damageCache({ workspace }: FaultContext): Promise<number> {
  const cache = workspace.path('.packer-hybrid');
  const images = (await readdir(cache, { recursive: true })).filter((path) =>
    /(?:^|\/)(?:image|[0-9a-f]{40}\.\w+)$/.test(path),
  );
  for (const path of images) await writeFile(workspace.path('.packer-hybrid', path), 'rubbish');
  return images.length;
}
