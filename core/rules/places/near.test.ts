import { describe, expect, it } from 'vitest';
import { nearTo } from './near.ts';

describe('nearTo', () => {
  it.each([
    ['provisoner', 'provisioner'],
    ['post_processor', 'post-processor'],
    ['sources', 'source'],
    ['shlel', 'shell'],
    ['CPUS', 'CPUs'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearTo(word, ['provisioner', 'post-processor', 'source', 'shell', 'CPUs'])).toEqual(meant);
  });

  it('prefers the nearest, and finds nothing near what is far or short', () => {
    expect(nearTo('disk_siz', ['disk_sizes', 'disk_size'])).toEqual('disk_size');
    expect([nearTo('banana', ['source']), nearTo('ab', ['cd']), nearTo('x', [])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
