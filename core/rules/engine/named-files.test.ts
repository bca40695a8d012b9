import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder } from '../../language/testing/written-template.ts';
import { namedFiles } from './named-files.ts';

it('reads text inside the workspace as Packer would find it, and nothing else', async () => {
  await inFolder({ 'outside.sh': 'no', 'work/a/s.sh': 'ünï', 'work/b.sh': 'b' }, async (top) => {
    const root = join(top, 'work');
    const cwd = join(root, 'a');
    writeFileSync(join(root, 'binary'), Buffer.from([1, 0, 2]));
    writeFileSync(join(root, 'huge'), 'x'.repeat(1024 * 1024 + 1));
    symlinkSync(join(top, 'outside.sh'), join(root, 'link'));
    mkdirSync(join(root, 'folder'));
    const files = namedFiles(root);

    expect(files.read('s.sh', cwd)).toEqual({ path: 'a/s.sh', text: 'ünï' });
    expect(files.read('../b.sh', cwd)).toEqual({ path: 'b.sh', text: 'b' });
    const refused = ['../../outside.sh', join(top, 'outside.sh'), 'binary', 'huge', 'link', 'folder', 'gone'];
    expect(refused.filter((path) => files.read(path, root))).toEqual([]);
    expect(['b.sh', 'folder', 'gone', 'link'].map((path) => files.exists(path, root))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

it('reads each file once', async () => {
  await inFolder({ 's.sh': 'first' }, async (root) => {
    const files = namedFiles(root);
    files.read('s.sh', root);
    writeFileSync(join(root, 's.sh'), 'second');

    expect(files.read('./s.sh', root)?.text).toBe('first');
  });
});
