import fc from 'fast-check';
import { sourceBody } from 'packer-hybrid';
import { describe, expect, test } from 'vitest';
import { corrected } from '../../testing/corrected.ts';
import { type FailedBuild, failedBuild } from '../../testing/failed-build.ts';
import { setAttribute } from './set-attribute.ts';

const inFile = (name: string, text: string) => failedBuild({ cause: 'ssh-timeout', files: { [name]: text } });

async function set(build: FailedBuild, name: string, value: string) {
  const { template, target } = build;
  const edit = setAttribute(template, sourceBody(template, { ...target.source, build: target.build }), {
    name,
    value,
  });
  return edit && corrected(build, { action: 'a', title: 'A.', edits: [edit] });
}

/** What the only file reads afterwards. */
async function textAfter(name: string, text: string, attribute = 'ssh_timeout'): Promise<string | undefined> {
  const after = await set(await inFile(name, text), attribute, '10m');
  return after?.texts[name]?.[1];
}

const build = 'build {\n  sources = ["source.qemu.a"]\n}\n';

describe('in HCL', () => {
  test('the expression of an attribute is replaced, and nothing else', async () => {
    const text = `source "qemu" "a" {\n  ssh_timeout     = "5m" # so far\n  headless = true\n}\n${build}`;

    expect(await textAfter('a.pkr.hcl', text)).toBe(text.replace('"5m"', '"10m"'));
  });

  test('a variable keeps its own value', async () => {
    const text = `variable "wait" {\n  default = "5m"\n}\nsource "qemu" "a" {\n  ssh_timeout = var.wait\n}\n${build}`;

    expect(await textAfter('a.pkr.hcl', text)).toBe(text.replace('var.wait', '"10m"'));
  });

  test('what a build says of its source is replaced there', async () => {
    const text = `source "qemu" "a" {\n  ssh_timeout = "5m"\n}\nbuild {\n  source "qemu.a" {\n    ssh_timeout = "6m"\n  }\n}\n`;

    expect(await textAfter('a.pkr.hcl', text)).toBe(text.replace('"6m"', '"10m"'));
  });

  test.each([
    [
      'a block of lines',
      'source "qemu" "a" {\n    headless = true\n}\n',
      'source "qemu" "a" {\n    headless = true\n    ssh_timeout = "10m"\n}\n',
    ],
    [
      'a block with a nested one',
      'source "qemu" "a" {\n  x {\n    y = 1\n  }\n}\n',
      'source "qemu" "a" {\n  x {\n    y = 1\n  }\n  ssh_timeout = "10m"\n}\n',
    ],
    [
      'a block with tabs',
      'source "qemu" "a" {\n\theadless = true\n}\n',
      'source "qemu" "a" {\n\theadless = true\n\tssh_timeout = "10m"\n}\n',
    ],
    [
      'a block of comments',
      'source "qemu" "a" { # here\n  # nothing yet\n}\n',
      'source "qemu" "a" { # here\n  # nothing yet\n  ssh_timeout = "10m"\n}\n',
    ],
    ['an empty block', 'source "qemu" "a" {}\n', 'source "qemu" "a" {\n  ssh_timeout = "10m"\n}\n'],
    [
      'an empty block on two lines',
      'source "qemu" "a" {\n}\n',
      'source "qemu" "a" {\n  ssh_timeout = "10m"\n}\n',
    ],
    [
      'a block on one line',
      'source "qemu" "a" { headless = true }\n',
      'source "qemu" "a" {\n  headless = true\n  ssh_timeout = "10m"\n}\n',
    ],
    [
      'a file from Windows',
      'source "qemu" "a" {\r\n  headless = true\r\n}\r\n',
      'source "qemu" "a" {\r\n  headless = true\r\n  ssh_timeout = "10m"\r\n}\r\n',
    ],
  ])('%s gets a new line', async (_, before, after) => {
    expect(await textAfter('a.pkr.hcl', before + build)).toBe(after + build);
  });
});

const sourceInJson =
  '{"source": {"qemu": {"a": {"headless": true}}}, "build": {"sources": ["source.qemu.a"]}}';

describe('in JSON', () => {
  test.each([
    ['a.pkr.json', sourceInJson, sourceInJson.replace('{"headless"', '{"ssh_timeout": "10m","headless"')],
    [
      'a.pkr.json',
      sourceInJson.replace('"headless": true', ''),
      sourceInJson.replace('"headless": true', '"ssh_timeout": "10m"'),
    ],
    [
      'a.pkr.json',
      sourceInJson.replace('"headless": true', `"ssh_timeout": "\${var.t}"`),
      sourceInJson.replace('"headless": true', '"ssh_timeout": "10m"'),
    ],
    [
      'a.json',
      '{\n  "builders": [\n    {\n      "type": "qemu",\n      "name": "a"\n    }\n  ]\n}\n',
      '{\n  "builders": [\n    {\n      "ssh_timeout": "10m",\n      "type": "qemu",\n      "name": "a"\n    }\n  ]\n}\n',
    ],
    [
      'a.json',
      '{"builders": [{"type": "qemu", "ssh_timeout": "{{user `t`}}"}], "variables": {"t": "5m"}}',
      '{"builders": [{"type": "qemu", "ssh_timeout": "10m"}], "variables": {"t": "5m"}}',
    ],
  ])('%s: %s', async (name, before, after) => {
    const changed = await set(await inFile(name, before), 'ssh_timeout', '10m');

    expect(changed?.texts[name]?.[1]).toBe(after);
    expect(changed?.value('ssh_timeout')).toBe('10m');
    expect(changed?.template.errors).toEqual([]);
  });
});

test.each([`\${var.x}`, '%{ if true }', '{{user `x`}}', 'a"b', 'a\\b', 'a\nb'])(
  '%j is never written',
  async (value) => {
    expect(
      await set(await inFile('a.pkr.hcl', `source "qemu" "a" {}\n${build}`), 'vm_size', value),
    ).toBeUndefined();
  },
);

test('a heredoc is left alone', async () => {
  const text = `source "qemu" "a" {\n  ssh_timeout = <<EOT\n5m\nEOT\n}\n${build}`;

  expect(await textAfter('a.pkr.hcl', text)).toBeUndefined();
});

test('whatever a source looks like, the attribute has the value afterwards and all else is as before', async () => {
  const name = fc.constantFrom('headless', 'memory', 'cpus', 'vm_name', 'ssh_timeout');
  const written = fc.constantFrom('true', '512', '"x"', '["a", "b"]', '{ a = 1 }', 'var.v', `"a\${1 + 1}b"`);
  const attributes = fc.uniqueArray(fc.tuple(name, written), { selector: ([one]) => one, maxLength: 5 });
  const space = fc.constantFrom(' ', '  ', '\t');
  const comment = fc.constantFrom('', ' # a { brace', ' // }', ' /* } */');
  const value = fc.stringMatching(/^[A-Za-z0-9_.-]{1,12}$/);
  await fc.assert(
    fc.asyncProperty(attributes, space, comment, value, async (pairs, indent, remark, text) => {
      const lines = pairs.map(([key, expression]) => `${indent}${key} = ${expression}${remark}\n`).join('');
      const before = `variable "v" {\n  default = "v"\n}\nsource "qemu" "a" {${remark}\n${lines}}\n${build}`;

      const after = await set(await inFile('a.pkr.hcl', before), 'ssh_timeout', text);

      const now = after?.texts['a.pkr.hcl']?.[1] ?? '';
      expect(after?.value('ssh_timeout')).toBe(text);
      expect(after?.template.errors).toEqual([]);
      const [old] = pairs.flatMap(([key, expression]) => (key === 'ssh_timeout' ? [expression] : []));
      const back = old
        ? now.replace(`ssh_timeout = "${text}"`, () => `ssh_timeout = ${old}`)
        : now.replace(/[^\n]*ssh_timeout[^\n]*\n/, '');
      expect(back.replaceAll(' ', '')).toBe(before.replaceAll(' ', ''));
    }),
    { numRuns: 60 },
  );
});
