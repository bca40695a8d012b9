import { expect, it } from 'vitest';
import { baseHash } from './make-base.ts';

it('changes with everything that decides how a base comes out', async () => {
  const hashes = await Promise.all([
    baseHash({ kind: 'debian', suite: 'bookworm' }),
    baseHash({ kind: 'debian', suite: 'trixie' }),
    baseHash({ kind: 'debian', suite: 'bookworm', extraPackages: ['curl'] }),
    baseHash({ kind: 'debian', suite: 'bookworm', sizeGiB: 4 }),
    baseHash({ kind: 'cloud-image', url: 'https://example.org/a', checksum: 'sha256:1' }),
    baseHash({ kind: 'cloud-image', url: 'https://example.org/a', checksum: 'sha256:2' }),
  ]);

  expect(new Set(hashes).size).toBe(hashes.length);
  expect(await baseHash({ kind: 'debian', suite: 'bookworm', sizeGiB: 2 })).toBe(hashes[0]);
});
