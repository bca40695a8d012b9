import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { installedPlugins } from '../preflight/installed-plugins.ts';
import { buildFixture } from '../testing/build-fixture.ts';
import { testContext } from '../testing/context.ts';
import { buildTarget } from './build-target.ts';

const image = 'a very small image';
const open: { close(): Promise<unknown> }[] = [];
let program: string | undefined;
let served: string;
let url: string;
let downloads: string[];

beforeAll(async () => {
  program = await testContext({ root: import.meta.dirname }).processes.find('packer');
});
beforeEach(async () => {
  served = image;
  downloads = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') downloads.push(request.url ?? '');
    // Without this header Packer does not look at what it has, and downloads again.
    response.setHeader('accept-ranges', 'bytes');
    response.setHeader('content-length', served.length);
    response.end(request.method === 'HEAD' ? '' : served);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  open.push({ close: () => new Promise((done) => server.close(done)) });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Real QEMU builds that end right after the download, because the program they are told is no QEMU. */
const template = (address: string, checksum: string) => `
variable "address" { default = "${address}" }
${['a', 'b']
  .map(
    (name) => `
source "qemu" "${name}" {
  iso_url          = var.address
  iso_checksum     = "${checksum}"
  qemu_binary      = "/bin/false"
  communicator     = "none"
  output_directory = "out-${name}"
}`,
  )
  .join('\n')}
build { sources = ["source.qemu.a", "source.qemu.b"] }
`;

async function fixture(checksum = `sha256:${sha256(image)}`) {
  const made = await buildFixture({ files: { 'a.pkr.hcl': template(`${url}/x.iso`, checksum) } });
  open.push(made);
  const probe = await made.engine.packer(made.base).catch(() => undefined);
  const plugins = (probe && (await installedPlugins(probe, made.base))) ?? [];
  const isInstalled = plugins.some((each) => each.source === 'github.com/hashicorp/qemu');
  return { ...made, hasQemu: probe?.capabilities.bundledPlugins === true || isInstalled };
}

describe('the image store', { timeout: 60_000 }, () => {
  it('spares the second run and the second target the download', async (ctx) => {
    const made = await fixture();
    if (!program || !made.hasQemu) return ctx.skip('no packer with the QEMU builder is installed');

    const first = await buildTarget(made.engine, made.contextFor(0));
    await buildTarget(made.engine, made.contextFor(1));
    await buildTarget(made.engine, made.contextFor(0));

    expect(first.stdout).toContain('Retrieving ISO');
    expect(downloads).toEqual(['/x.iso']);
  });

  it('is waited for by a target that starts at the same time', async (ctx) => {
    const made = await fixture();
    if (!program || !made.hasQemu) return ctx.skip('no packer with the QEMU builder is installed');

    const both = await Promise.all([0, 1].map((n) => buildTarget(made.engine, made.contextFor(n))));

    for (const { stdout } of both) expect(stdout).toContain('Error determining qemu version');
    expect(downloads).toHaveLength(1);
  });

  it('knows nothing of another address', async (ctx) => {
    const made = await fixture();
    if (!program || !made.hasQemu) return ctx.skip('no packer with the QEMU builder is installed');
    await buildTarget(made.engine, made.contextFor(0));
    const moved = await buildFixture({
      files: { 'a.pkr.hcl': template(`${url}/moved.iso`, `sha256:${sha256(image)}`) },
    });
    open.push(moved);
    const context = moved.contextFor(0);
    const { cache } = made.contextFor(0).workspace;

    await buildTarget(moved.engine, { ...context, workspace: { ...context.workspace, cache } });

    expect(downloads).toEqual(['/x.iso', '/moved.iso']);
  });

  it('is passed by when the run says so', async (ctx) => {
    const made = await fixture();
    if (!program || !made.hasQemu) return ctx.skip('no packer with the QEMU builder is installed');

    await buildTarget(made.engine, made.contextFor(0, { useCache: false }));
    await buildTarget(made.engine, made.contextFor(0, { useCache: false }));

    expect(downloads).toHaveLength(2);
  });

  it('gives up an image that was changed on disk', async (ctx) => {
    const made = await fixture();
    if (!program || !made.hasQemu) return ctx.skip('no packer with the QEMU builder is installed');
    await buildTarget(made.engine, made.contextFor(0));
    const store = join(made.base.workspace.cache, 'isos');
    const [key = ''] = await readdir(store);
    await writeFile(join(store, key, 'image'), 'a very SMALL image');

    const result = await buildTarget(made.engine, made.contextFor(1));

    expect(result.stdout).toContain('Error determining qemu version');
    expect(downloads).toHaveLength(2);
  });

  it('keeps nothing that does not match its checksum', async (ctx) => {
    const made = await fixture(`sha256:${sha256('something else')}`);
    if (!program || !made.hasQemu) return ctx.skip('no packer with the QEMU builder is installed');

    const result = await buildTarget(made.engine, made.contextFor(0));

    expect(result.exit_code).toBe(1);
    expect(await readdir(join(made.base.workspace.cache, 'isos')).catch(() => [])).toEqual([]);
  });

  it('serves an image without a checksum as a copy', async (ctx) => {
    const made = await fixture('none');
    if (!program || !made.hasQemu) return ctx.skip('no packer with the QEMU builder is installed');
    await buildTarget(made.engine, made.contextFor(0));

    const again = await buildTarget(made.engine, made.contextFor(1));

    expect(again.stdout).toContain('Error determining qemu version');
    expect(downloads).toHaveLength(1);
  });
});
