// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import type { Template } from '../model.ts';
import { attributeValue } from '../query/body-queries.ts';
import { inFolder, readIn, type Written } from '../testing/written-template.ts';

const value = (template: Template, name: string) =>
  template.variables.find((variable) => variable.name === name)?.value;
const local = (template: Template, name: string) =>
  template.locals.find((candidate) => candidate.name === name)?.value;
const said = (template: Template) =>
  template.errors.map(({ kind, message, range }) => `${kind} ${range.file}:${range.start.line} ${message}`);

describe('values of variables', () => {
  const declared = 'variable "v" {\n  default = "default"\n}\n';
  const layers: readonly { title: string; written: Written; expected: string }[] = [
    { title: 'the default', written: {}, expected: 'default' },
    { title: 'the environment over the default', written: { env: { PKR_VAR_v: 'env' } }, expected: 'env' },
    {
      title: 'automatic files over the environment, JSON after HCL',
      written: {
        env: { PKR_VAR_v: 'env' },
        files: {
          'b.auto.pkrvars.hcl': 'v = "b"',
          'c.auto.pkrvars.hcl': 'v = "c"',
          'a.auto.pkrvars.json': '{"v":"json"}',
        },
      },
      expected: 'json',
    },
    {
      title: 'named files over automatic ones, the last of them first',
      written: {
        files: {
          'a.auto.pkrvars.hcl': 'v = "auto"',
          'one.pkrvars.hcl': 'v = "one"',
          'two.json': '{"v":"two"}',
        },
        setting: { varFiles: ['one.pkrvars.hcl', 'two.json'] },
      },
      expected: 'two',
    },
    {
      title: 'the command line over everything',
      written: {
        files: { 'one.pkrvars.hcl': 'v = "one"' },
        setting: { varFiles: ['one.pkrvars.hcl'], vars: { v: 'argument' } },
      },
      expected: 'argument',
    },
  ];

  it.each(layers)('take $title', async ({ written, expected }) => {
    const template = await readIn({ ...written, files: { 'a.pkr.hcl': declared, ...written.files } });

    expect(value(template, 'v')).toEqual({ state: 'known', value: expected });
  });

  it('take their type from the declaration, or else from the default', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': [
          'variable "port" { type = number }',
          'variable "tags" { type = list(string) }',
          'variable "on" { default = false }',
          'variable "text" { default = "1" }',
          'variable "sizes" { type = map(number) }',
        ].join('\n'),
      },
      env: {
        PKR_VAR_port: '22',
        PKR_VAR_tags: '["a", "b"]',
        PKR_VAR_on: 'true',
        PKR_VAR_text: '["a"]',
        PKR_VAR_sizes: '{ a = "1" }',
      },
    });

    expect(template.variables.map((variable) => [variable.name, variable.type, variable.value])).toEqual([
      ['port', 'number', { state: 'known', value: 22 }],
      ['tags', 'list(string)', { state: 'known', value: ['a', 'b'] }],
      ['on', undefined, { state: 'known', value: true }],
      ['text', undefined, { state: 'known', value: '["a"]' }],
      ['sizes', 'map(number)', { state: 'known', value: { a: 1 } }],
    ]);
  });

  it('are unknown without a default, and sensitive when declared or given so', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': [
          'variable "none" {}',
          'variable "declared" {\n  default = "p"\n  sensitive = true\n  description = "d"\n}',
          'variable "given" {}',
          'variables {\n  short = 1\n}',
        ].join('\n'),
      },
      setting: { secrets: { given: 'q' } },
    });

    expect(template.variables.map(({ name, value: found, hasDefault }) => [name, found, hasDefault])).toEqual(
      [
        ['none', { state: 'unknown' }, false],
        ['declared', { state: 'sensitive', value: 'p' }, true],
        ['given', { state: 'sensitive', value: 'q' }, false],
        ['short', { state: 'known', value: 1 }, true],
      ],
    );
    expect(template.variables[1]?.description).toEqual('d');
  });

  it('read the environment in defaults', async () => {
    const template = await readIn({
      files: { 'a.pkr.hcl': 'variable "home" {\n  default = env("PLACE")\n}\n' },
      env: { PLACE: 'here' },
    });

    expect(value(template, 'home')).toEqual({ state: 'known', value: 'here' });
  });

  it('name a variable file that is missing', async () => {
    const reading = readIn({ files: { 'a.pkr.hcl': '' }, setting: { varFiles: ['prod.pkrvars.hcl'] } });

    await expect(reading).rejects.toMatchObject({
      code: 'PH_VARFILE_MISSING',
      context: { file: 'prod.pkrvars.hcl' },
    });
  });
});

describe('locals', () => {
  it('may use variables and each other, in any order and file', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': 'locals {\n  name = "${local.base}-${var.v}"\n}\nvariable "v" {\n  default = 1\n}\n',
        'b.pkr.hcl': 'local "base" {\n  expression = "image"\n}\n',
      },
    });

    expect(local(template, 'name')).toEqual({ state: 'known', value: 'image-1' });
  });

  it('that need themselves are unknown', async () => {
    const template = await readIn({
      files: { 'a.pkr.hcl': 'locals {\n  a = local.b\n  b = [local.a]\n  c = 1\n}\n' },
    });

    expect(template.locals.map((one) => one.value)).toEqual([
      { state: 'unknown' },
      { state: 'unknown' },
      { state: 'known', value: 1 },
    ]);
  });

  it('are sensitive when they say so or when something in them is', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': [
          'variable "p" {\n  default = "x"\n  sensitive = true\n}',
          'local "said" {\n  expression = "y"\n  sensitive = true\n}',
          'locals {\n  spread = ["a", "${var.p}!"]\n  plain = "z"\n}',
        ].join('\n'),
      },
    });

    expect(template.locals.map((one) => [one.name, one.value.state])).toEqual([
      ['said', 'sensitive'],
      ['spread', 'sensitive'],
      ['plain', 'known'],
    ]);
  });
});

describe('blocks', () => {
  it('become sources, builds and their components', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': `
packer {
  required_version = ">= 1.7"
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "~> 1"
    }
  }
}
data "http" "index" {
  url = "https://example.test"
}
source "null" "x" {
  communicator = "none"
  dynamic "disk" {
    for_each = [1]
    content {}
  }
}
build {
  name    = "golden"
  sources = ["source.null.x", "null.x"]
  source "source.null.x" {
    name     = "other"
    ssh_host = "h"
  }
  provisioner "shell" {
    name   = "setup"
    only   = ["null.x"]
    inline = ["true"]
  }
  error-cleanup-provisioner "shell-local" {
    inline = ["false"]
  }
  post-processor "manifest" {}
  post-processors {
    post-processor "compress" {
      except = ["null.other"]
    }
  }
}
`,
      },
    });

    const [build] = template.builds;
    expect(template.requirements).toMatchObject({
      version: '>= 1.7',
      plugins: [{ name: 'qemu', source: 'github.com/hashicorp/qemu', version: '~> 1' }],
      pluginBlocks: [{ start: { line: 4 }, end: { line: 9 } }],
    });
    expect(template.dataSources.map(({ type, name }) => `${type}.${name}`)).toEqual(['http.index']);
    expect(template.sources[0]?.body.blocks.map(({ type, labels }) => [type, labels])).toEqual([
      ['dynamic', ['disk']],
    ]);
    expect(build?.sources.map(({ type, name, alias }) => [type, name, alias])).toEqual([
      ['null', 'x', 'x'],
      ['null', 'x', 'x'],
      ['null', 'x', 'other'],
    ]);
    expect(build?.sources[2]?.body.attributes.map(({ name }) => name)).toEqual(['ssh_host']);
    expect(build?.provisioners.map(({ type, name, only }) => [type, name, only])).toEqual([
      ['shell', 'setup', ['null.x']],
      ['shell-local', undefined, []],
    ]);
    expect(build?.postProcessors.map(({ type, except }) => [type, except])).toEqual([
      ['manifest', []],
      ['compress', ['null.other']],
    ]);
    expect(template.errors).toEqual([]);
  });

  it('in JSON mean the same', async () => {
    const template = await readIn({
      files: {
        'a.pkr.json': JSON.stringify({
          '//': 'a comment',
          variable: { v: { type: 'list(string)', default: ['a'] } },
          locals: { whole: '${var.v}', text: 'a${var.v[0]}\\n' },
          source: { null: { x: { communicator: 'none', disk: [{ size: 1 }] } } },
          build: [
            {
              sources: ['source.null.x'],
              provisioner: [{ shell: { inline: ['a'] } }, { shell: { inline: ['b'] } }],
              'post-processors': [{ 'post-processor': { manifest: {} } }],
            },
          ],
        }),
      },
    });

    const [source] = template.sources;
    const [build] = template.builds;
    expect(template.variables[0]).toMatchObject({ type: 'list(string)', value: { value: ['a'] } });
    expect(local(template, 'whole')).toEqual({ state: 'known', value: ['a'] });
    expect(local(template, 'text')).toEqual({ state: 'known', value: 'aa\\n' });
    expect(source?.body.blocks.map(({ type }) => type)).toEqual(['disk']);
    expect(source && attributeValue(source.body, 'communicator')).toEqual({ state: 'known', value: 'none' });
    expect(build?.provisioners.map(({ body }) => attributeValue(body, 'inline'))).toEqual([
      { state: 'known', value: ['a'] },
      { state: 'known', value: ['b'] },
    ]);
    expect(build?.postProcessors.map(({ type }) => type)).toEqual(['manifest']);
    expect(template.errors).toEqual([]);
  });

  it('of the older JSON form mean the same', async () => {
    const template = await readIn({
      path: 'old.json',
      files: {
        'old.json': JSON.stringify({
          min_packer_version: '1.5.0',
          variables: { who: 'a', key: '{{env `KEY`}}', full: '{{user `who`}}-b', must: null },
          'sensitive-variables': ['key'],
          builders: [{ type: 'null', name: 'n-{{user `full`}}', communicator: 'none' }, { type: 'null' }],
          provisioners: [{ type: 'shell', only: ['null'], inline: ['echo {{user `who`}} {{.Vars}}'] }],
          'post-processors': ['manifest', [{ type: 'compress' }]],
        }),
      },
      env: { KEY: 'k', PKR_VAR_who: 'not read by Packer here' },
    });

    const [build] = template.builds;
    expect(template.variables.map(({ name, value: found, hasDefault }) => [name, found, hasDefault])).toEqual(
      [
        ['who', { state: 'known', value: 'a' }, true],
        ['key', { state: 'sensitive', value: 'k' }, true],
        ['full', { state: 'known', value: 'a-b' }, true],
        ['must', { state: 'unknown' }, false],
      ],
    );
    expect(build?.sources.map(({ type, alias }) => [type, alias])).toEqual([
      ['null', 'n-a-b'],
      ['null', 'null'],
    ]);
    expect(build?.provisioners[0]?.only).toEqual(['null']);
    expect(build?.provisioners.map(({ body }) => attributeValue(body, 'inline'))).toEqual([
      { state: 'known', value: ['echo a {{.Vars}}'] },
    ]);
    expect(build?.postProcessors.map(({ type }) => type)).toEqual(['manifest', 'compress']);
    expect(template.requirements.version).toEqual('>= 1.5.0');
    expect(template.errors).toEqual([]);
  });
});

describe('errors', () => {
  it('name what is not declared, declared twice, or no block at all, and where', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl':
          'source "null" "x" {}\nbuild {\n  sources = ["source.null.x", "source.null.y", "z"]\n}\n',
        'b.pkr.hcl': 'source "null" "x" {}\nsource "null" {}\nresource "a" "b" {}\nloose = 1\n',
      },
    });

    expect(said(template)).toEqual([
      'declaration b.pkr.hcl:4 "loose" cannot stand at the top of a template: expected a block such as source, build or variable.',
      'declaration b.pkr.hcl:2 A source block takes 2 labels, here are 1.',
      'declaration b.pkr.hcl:3 "resource" is not a block that Packer knows at the top of a template.',
      'declaration b.pkr.hcl:1 The source "null.x" is already declared at a.pkr.hcl:1.',
      'reference a.pkr.hcl:3 The source null.y is not declared. Declared sources: null.x.',
      'reference a.pkr.hcl:3 "z" does not name a source: expected source.<type>.<name>. Declared sources: null.x.',
    ]);
  });

  it('do not follow from a syntax error', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': 'source "null" "x"\n  a = 1\n}\nbuild {\n  sources = ["null.x"]\n}\n',
        'b.pkr.hcl': 'build {\n  sources = ["null.x"]\n}\nodd {}\n',
      },
    });

    expect(said(template)).toEqual([
      'syntax a.pkr.hcl:1 Expected "=" or "{" after "source", found the end of the line.',
      'declaration b.pkr.hcl:4 "odd" is not a block that Packer knows at the top of a template.',
    ]);
  });

  it('of JSON say what was expected', async () => {
    const template = await readIn({
      files: { 'a.pkr.json': '{\n  "variable": {"v": {"default": "x"}}\n  "build": [}\n' },
    });

    expect(template.variables.map(({ name }) => name)).toEqual(['v']);
    expect(said(template)[0]).toEqual('syntax a.pkr.json:3 Expected "," before the next entry.');
  });

  it.each([
    ['a.pkr.json', `{"locals": {"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}}`],
    ['a.pkr.hcl', `locals {\n  a = ${'['.repeat(50_000)}${']'.repeat(50_000)}\n}\n`],
  ])('tell when %s is nested too deeply, and other files are read all the same', async (path, text) => {
    const template = await readIn({ files: { [path]: text, 'b.pkr.hcl': 'locals {\n  b = 1\n}\n' } });

    expect(said(template)).toEqual([`syntax ${path}:1 The file is nested too deeply to be read.`]);
    expect(local(template, 'b')).toEqual({ state: 'known', value: 1 });
  });

  it('are at most two hundred for one file', async () => {
    const template = await readIn({ files: { 'a.pkr.hcl': 'a =\n'.repeat(5000) } });

    expect(template.errors.filter(({ kind }) => kind === 'syntax')).toHaveLength(200);
  });

  it('name a template that cannot be read', async () => {
    const reading = inFolder({}, (root) => readIn({ root, path: 'gone.pkr.hcl', files: {} }));

    await expect(reading).rejects.toMatchObject({ code: 'PH_TEMPLATE_UNREADABLE' });
  });
});
