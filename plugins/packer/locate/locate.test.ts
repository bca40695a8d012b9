import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Toolchain } from 'packer-hybrid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContextOptions, testContext } from '../testing/context.ts';
import { type Flaw, type Mirror, startMirror } from '../testing/mirror.ts';
import { versionAsker } from './ask-version.ts';
import { managedProgram } from './candidates.ts';
import { locatePacker } from './locate.ts';

let root: string;
const mirrors: Mirror[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ph-locate-'));
});
afterEach(async () => {
  await Promise.all(mirrors.splice(0).map((mirror) => mirror.close()));
  await rm(root, { recursive: true, force: true });
});

const nowhere = async () => undefined;

/** A stand-in that answers `version` as that Packer does. */
const speaking = (version: string) => `#!/bin/sh\necho "Packer v${version}"\n`;

async function place(path: string, version: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, speaking(version));
  await chmod(path, 0o755);
  return path;
}

async function mirrorOf(version: string, flaw: Flaw = 'none', program = Buffer.from(speaking(version))) {
  const mirror = await startMirror(version, program, flaw);
  mirrors.push(mirror);
  return mirror;
}

function locate(options: Omit<ContextOptions, 'root'>, more: { path?: string; toolchain?: Toolchain } = {}) {
  const context = testContext({ root, find: nowhere, ...options });
  const asked = { path: more.path, toolchain: more.toolchain, askVersion: versionAsker(), systemPlaces: [] };
  return { context, result: locatePacker(context, asked) };
}

describe('locatePacker', () => {
  it('takes what is on PATH', async () => {
    const path = await place(join(root, 'bin', 'packer'), '1.11.2');

    const { result } = locate({ find: async () => path });

    expect(await result).toMatchObject({ path, version: '1.11.2', origin: 'path' });
  });

  it('passes over a version that does not fit for a managed one that does', async () => {
    const onPath = await place(join(root, 'bin', 'packer'), '1.6.6');
    const managed = await place(managedProgram(join(root, '.cache'), '1.12.0'), '1.12.0');

    const { result } = locate({ find: async () => onPath, toolchain: { packer: '>=1.11' } });

    expect(await result).toMatchObject({ path: managed, version: '1.12.0', origin: 'managed' });
  });

  it('looks nowhere else when a path is named', async () => {
    const onPath = await place(join(root, 'bin', 'packer'), '1.11.2');
    const named = join(root, 'elsewhere', 'packer');

    const { result } = locate({ find: async () => onPath }, { path: named });

    await expect(result).rejects.toMatchObject({ code: 'PH_PACKER_MISSING', context: { looked: [named] } });
  });

  it('says which versions work when the one that is there is too old', async () => {
    const path = await place(join(root, 'old', 'packer'), '1.4.5');

    const { result } = locate({}, { path });

    await expect(result).rejects.toMatchObject({
      code: 'PH_PACKER_UNSUPPORTED',
      context: { version: '1.4.5', path },
    });
  });

  it('gives the exact command of this system when it may not install', async () => {
    const toolchain: Toolchain = {
      ensure: async () => [],
      installCommand: async () => 'apt-get install -y packer',
    };

    const { result } = locate({}, { path: join(root, 'none'), toolchain });

    await expect(result).rejects.toMatchObject({
      remedy: expect.stringMatching(/^Run `apt-get install -y packer`, or unpack http.*packer_.*\.zip/),
    });
  });

  it("prefers the system's package to a download", async () => {
    const path = join(root, 'bin', 'packer');
    let installed = false;
    const toolchain: Toolchain = {
      ensure: async () => {
        await place(path, '1.6.6');
        installed = true;
        return [];
      },
      installCommand: async () => '',
    };
    const find = async () => (installed ? path : undefined);

    const { result } = locate({ find, toolchain: { install: 'auto' } }, { toolchain });

    expect(await result).toMatchObject({ path, version: '1.6.6', origin: 'path' });
  });
});

describe('the managed install', () => {
  it('brings a real Packer from a mirror, verified and ready to run', async (ctx) => {
    const program = await readFile('/usr/bin/packer').catch(() => undefined);
    if (!program) return ctx.skip('packer is not installed at /usr/bin/packer');
    const mirror = await mirrorOf('1.6.6', 'none', program);

    const { context, result } = locate({ toolchain: { ...auto(mirror), packer: '1.6.6' } });
    const located = await result;

    expect(located).toMatchObject({ version: '1.6.6', origin: 'managed' });
    expect(context.events.map((event) => event.type)).toEqual(['install.started', 'install.finished']);
  });

  it('is told before it happens, with what, why and from where', async () => {
    const mirror = await mirrorOf('1.12.0');

    const { context, result } = locate({ toolchain: { ...auto(mirror), packer: '1.12.0' } });

    expect(await result).toEqual({
      path: managedProgram(join(root, '.cache'), '1.12.0'),
      version: '1.12.0',
      origin: 'managed',
      capabilities: expect.objectContaining({ mode: 'full' }),
    });
    expect(context.events[0]).toMatchObject({
      type: 'install.started',
      what: 'Packer 1.12.0',
      command: expect.stringContaining(`download ${mirror.url}/1.12.0/packer_1.12.0_`),
    });
    expect(context.events[1]).toMatchObject({ type: 'install.finished', ok: true });
  });

  it('is not repeated by the next run', async () => {
    const mirror = await mirrorOf('1.12.0');
    const toolchain = { ...auto(mirror), packer: '1.12.0' };
    await locate({ toolchain }).result;
    const before = mirror.requests.length;

    const second = await locate({ toolchain }).result;

    expect(second.version).toBe('1.12.0');
    expect(mirror.requests.length).toBe(before);
  });

  it('may happen twice at once', async () => {
    const mirror = await mirrorOf('1.12.0');
    const toolchain = { ...auto(mirror), packer: '1.12.0' };

    const both = await Promise.all([locate({ toolchain }).result, locate({ toolchain }).result]);

    expect(both.map((each) => each.version)).toEqual(['1.12.0', '1.12.0']);
    expect(await readdir(join(root, '.cache', 'packer'))).toEqual(['1.12.0']);
  });

  it.each([
    ['wrong-sum', 'PH_CHECKSUM_MISMATCH', 3],
    ['no-sum', 'PH_CHECKSUM_MISMATCH', 3],
    ['missing', 'PH_PACKER_DOWNLOAD', 2],
    ['broken', 'PH_PACKER_DOWNLOAD', 2],
    ['no-program', 'PH_PACKER_DOWNLOAD', 2],
  ] as const)('ends with its own error on a mirror with the flaw "%s"', async (flaw, code, exitCode) => {
    const mirror = await mirrorOf('1.12.0', flaw);

    const { context, result } = locate({ toolchain: { ...auto(mirror), packer: '1.12.0' } });

    await expect(result).rejects.toMatchObject({ code, exitCode });
    expect(context.events.at(-1)).toMatchObject({ type: 'install.finished', ok: false });
    expect(await readdir(join(root, '.cache', 'packer'))).toEqual([]);
  });

  it('says why a mirror cannot be reached', async () => {
    const { result } = locate({
      toolchain: { install: 'auto', mirror: 'http://127.0.0.1:1', packer: '1.12.0' },
    });

    await expect(result).rejects.toMatchObject({
      code: 'PH_PACKER_DOWNLOAD',
      context: { url: 'http://127.0.0.1:1/1.12.0/packer_1.12.0_SHA256SUMS' },
    });
  });

  it('ends at once when the run is interrupted', async () => {
    const mirror = await mirrorOf('1.12.0', 'silent');
    const stop = new AbortController();

    const { result } = locate({ toolchain: { ...auto(mirror), packer: '1.12.0' }, signal: stop.signal });
    const waiting = expect(result).rejects.toThrow('enough');
    while (mirror.requests.length === 0) await new Promise((done) => setTimeout(done, 5));
    stop.abort(new Error('enough'));

    await waiting;
    expect(await readdir(join(root, '.cache', 'packer'))).toEqual([]);
  });
});

function auto(mirror: Mirror) {
  return { install: 'auto' as const, mirror: mirror.url };
}
