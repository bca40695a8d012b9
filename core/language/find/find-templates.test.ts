import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TemplateSetting } from '../template-setting.ts';
import { inFolder, settingOf } from '../testing/written-template.ts';
import { findTemplates } from './find-templates.ts';

const build = 'source "null" "x" {}\nbuild {\n  sources = ["null.x"]\n}\n';
const legacy = '{"builders": [{"type": "null"}]}';

async function find(root: string, settings: readonly TemplateSetting[] = []) {
  const found = await findTemplates({ root, settings });
  return found.map(({ path, kind }) => [path, kind]);
}

describe('without settings', () => {
  it('finds directories that build something and legacy files, in the order of their paths', async () => {
    const files = {
      'b/x.pkr.hcl': build,
      'b/variables.pkr.hcl': 'variable "v" {}',
      'b/deep/y.pkr.json': '{"build": {"sources": []}}',
      'a/old.json': legacy,
      'a/data.json': '{"builders": "none"}',
      'a/package.json': legacy,
      'only-variables/v.pkr.hcl': 'variable "build" {}',
      'broken/x.pkr.hcl': `${build}\nbuild {`,
    };

    const found = await inFolder(files, (root) => find(root));

    expect(found).toEqual([
      ['a/old.json', 'file'],
      ['b', 'directory'],
      ['b/deep', 'directory'],
      ['broken', 'directory'],
    ]);
  });

  it('calls the root itself a dot', async () => {
    const found = await inFolder({ 'x.pkr.hcl': build }, (root) => find(root));

    expect(found).toEqual([['.', 'directory']]);
  });

  it('looks into no folder of tools, caches or copies, and follows no links', async () => {
    const files = {
      'a/x.pkr.hcl': build,
      'node_modules/p/x.pkr.hcl': build,
      'a/.git/x.pkr.hcl': build,
      'dist/x.pkr.hcl': build,
      '.packer-hybrid/work/x.pkr.hcl': build,
      'a/packer_cache/x.pkr.hcl': build,
      'output [1]/work/x.pkr.hcl': build,
    };

    const found = await inFolder(files, async (root) => {
      await symlink(root, join(root, 'a', 'loop'));
      return await findTemplates({ root, settings: [], ignore: [join(root, 'output [1]')] });
    });

    expect(found.map(({ path }) => path)).toEqual(['a']);
  });

  it('says where it looked and for what when there is none', async () => {
    await inFolder({ 'readme.md': '' }, async (root) => {
      await expect(find(root)).rejects.toMatchObject({
        code: 'PH_TEMPLATE_MISSING',
        context: { looked: [root], names: ['*.pkr.hcl', '*.pkr.json', '*.json with "builders"'] },
      });
    });
  });

  it('stops when it is told to', async () => {
    await inFolder({ 'x.pkr.hcl': build }, async (root) => {
      const searching = findTemplates({ root, settings: [], signal: AbortSignal.abort(new Error('stop')) });

      await expect(searching).rejects.toThrow('stop');
    });
  });
});

describe('with settings', () => {
  const files = {
    'one/x.pkr.hcl': build,
    'two/x.pkr.hcl': build,
    'two/old.json': legacy,
    'two/only/x.pkrvars.hcl': '',
    'two/v.auto.pkrvars.json': '{}',
    'two/data.json': '{"a": 1}',
    'legacy/a.json': legacy,
    'legacy/b.json': legacy,
    'legacy/data.json': '{"a": 1}',
    'odd [x]/x.pkr.hcl': build,
  };

  it.each([
    ['one', [['one', 'directory']]],
    ['./one/', [['one', 'directory']]],
    ['one/x.pkr.hcl', [['one/x.pkr.hcl', 'file']]],
    [
      'legacy',
      [
        ['legacy/a.json', 'file'],
        ['legacy/b.json', 'file'],
      ],
    ],
    [
      'legacy/*',
      [
        ['legacy/a.json', 'file'],
        ['legacy/b.json', 'file'],
      ],
    ],
    ['two/old.json', [['two/old.json', 'file']]],
    [
      '*',
      [
        ['legacy/a.json', 'file'],
        ['legacy/b.json', 'file'],
        ['odd [x]', 'directory'],
        ['one', 'directory'],
        ['two', 'directory'],
      ],
    ],
    ['t*/*.pkr.hcl', [['two/x.pkr.hcl', 'file']]],
    ['odd [x]', [['odd [x]', 'directory']]],
    [
      'two/**',
      [
        ['two', 'directory'],
        ['two/old.json', 'file'],
      ],
    ],
  ])('takes %s', async (path, expected) => {
    const found = await inFolder(files, (root) => find(root, [settingOf(path)]));

    expect(found).toEqual(expected);
  });

  it('takes absolute paths, also outside of the root', async () => {
    const found = await inFolder(files, (root) => find(join(root, 'one'), [settingOf(join(root, 'two'))]));

    expect(found).toEqual([['../two', 'directory']]);
  });

  it('lets the last setting of a template win', async () => {
    const settings = [settingOf('*', { vars: { v: 'all' } }), settingOf('one', { vars: { v: 'one' } })];

    const found = await inFolder(files, (root) => findTemplates({ root, settings }));

    expect(found.map(({ path, setting }) => [path, setting.vars])).toEqual([
      ['legacy/a.json', { v: 'all' }],
      ['legacy/b.json', { v: 'all' }],
      ['odd [x]', { v: 'all' }],
      ['one', { v: 'one' }],
      ['two', { v: 'all' }],
    ]);
  });

  it.each(['three', 'two/only', 'nothing/*.pkr.hcl', 'readme.md'])('refuses %s', async (path) => {
    await inFolder({ ...files, 'readme.md': '' }, async (root) => {
      await expect(find(root, [settingOf('one'), settingOf(path)])).rejects.toMatchObject({
        code: 'PH_TEMPLATE_MISSING',
        context: { looked: [path] },
      });
    });
  });
});
