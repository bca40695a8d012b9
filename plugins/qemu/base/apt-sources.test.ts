import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aptSources } from './apt-sources.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'apt-'));
  await mkdir(join(folder, 'sources.list.d'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('takes the stanzas of the suite, and nothing of third parties', async () => {
  const debian =
    'Types: deb\nURIs: http://mirror/debian\nSuites: bookworm bookworm-updates\nComponents: main\n';
  const node = 'Types: deb\nURIs: https://deb.nodesource.com\nSuites: nodistro\nComponents: main\n';
  const off = 'Enabled: no\nTypes: deb\nURIs: http://off\nSuites: bookworm\nComponents: main\n';
  await writeFile(join(folder, 'sources.list.d', 'debian.sources'), `${debian}\n${off}`);
  await writeFile(join(folder, 'sources.list.d', 'node.sources'), node);

  const sources = await aptSources('bookworm', folder);

  expect(sources).toEqual({ deb822: debian, oneLine: '' });
});

it('takes the lines of the suite', async () => {
  const list = [
    '# deb http://old/debian bookworm main',
    'deb [signed-by=/k.gpg] http://mirror/debian bookworm main contrib',
    'deb http://security/debian-security bookworm-security main',
    'deb http://mirror/debian trixie main',
    'deb-src http://mirror/debian bookworm main',
    'deb https://vendor.example stable contrib',
  ];
  await writeFile(join(folder, 'sources.list'), list.join('\n'));

  const { oneLine } = await aptSources('bookworm', folder);

  expect(oneLine).toBe(`${list[1]}\n${list[2]}\n`);
});

it('gives nothing where there is nothing', async () => {
  expect(await aptSources('bookworm', join(folder, 'nowhere'))).toEqual({ deb822: '', oneLine: '' });
});
