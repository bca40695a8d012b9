import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sharePortLocks } from './share-port-locks.ts';

test('a lock that one target takes is seen by the others, in this run and the next', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packer-hybrid-ports-'));
  const caches = ['a', 'b'].map((name) => join(folder, 'packer', name));
  const shared = join(folder, 'ports');
  for (const cache of [...caches, ...caches]) await sharePortLocks(cache, shared);

  await writeFile(join(String(caches[0]), 'port', '2222'), '');

  expect(await readdir(join(String(caches[1]), 'port'))).toEqual(['2222']);
});
