// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import type { Template } from '../model.ts';
import { attributeValue } from '../query/body-queries.ts';
import { readIn } from '../testing/written-template.ts';

const local = (template: Template, name: string) =>
  template.locals.find((candidate) => candidate.name === name)?.value;

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
