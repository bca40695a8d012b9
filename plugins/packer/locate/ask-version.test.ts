import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { readVersion, versionAsker } from './ask-version.ts';

const recordings = join(import.meta.dirname, '..', 'transcript', 'recordings');

describe('readVersion', () => {
  it.each(['1.6.6', '1.11.2', '1.16.0'])('reads the machine-readable form of %s', (version) => {
    const output = readFileSync(join(recordings, version, 'version-mr.stdout'), 'utf8');

    expect(readVersion(output)).toBe(version);
  });

  it.each([
    ['Packer v1.6.6\n', '1.6.6'],
    [
      'Packer v1.9.4\n\nYour version of Packer is out of date! The latest version\nis 1.10.0. You can update\n',
      '1.9.4',
    ],
    ['Packer v1.12.0-dev (abc+CHANGES)\n', '1.12.0-dev'],
    ['Usage: packer [OPTION] mountpoint\n', undefined],
    ['', undefined],
  ])('reads %j', (output, version) => {
    expect(readVersion(output)).toBe(version);
  });
});

describe('versionAsker', () => {
  it('asks the real program', async (ctx) => {
    const context = testContext({ root: import.meta.dirname });
    const path = await context.processes.find('packer');
    if (!path) return ctx.skip('packer is not installed');

    expect(await versionAsker()(path, context)).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  });

  it('answers nothing for a program that is not there', async () => {
    const context = testContext({ root: import.meta.dirname });

    expect(await versionAsker()('/nonexistent/packer', context)).toBeUndefined();
  });

  it('gives the last words of a program that tells no version', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ph-silent-'));
    const path = join(folder, 'packer');
    await writeFile(path, '#!/bin/sh\necho "mkdir /home/nobody: permission denied" >&2\nexit 1\n', {
      mode: 0o755,
    });

    const answer = await versionAsker()(path, testContext({ root: folder }));

    expect(answer).toEqual({ silent: 'mkdir /home/nobody: permission denied' });
    await rm(folder, { recursive: true });
  });
});
