// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import { readIn } from '../testing/written-template.ts';
import { attributeOf, attributeValue, blocksOf } from './body-queries.ts';
import { sensitiveValues } from './sensitive-values.ts';
import { sourceBody } from './source-body.ts';
import { withoutRanges } from './without-ranges.ts';

describe('sourceBody', () => {
  const files = {
    't.pkr.hcl': `
source "null" "x" {
  host = "one"
  port = 22
  disk { size = 1 }
}
build {
  name = "b"
  source "null.x" {
    name = "alias"
    host = "two"
    disk { size = 2 }
  }
}
`,
  };

  it('merges what the build adds, found by what Packer calls it or by its own name', async () => {
    const template = await readIn({ files });

    for (const name of ['alias', 'x']) {
      const body = sourceBody(template, { type: 'null', name, build: 'b' });

      expect(attributeValue(body, 'host')).toEqual({ state: 'known', value: 'two' });
      expect(attributeValue(body, 'port')).toEqual({ state: 'known', value: 22 });
      expect(blocksOf(body, 'disk').map((block) => attributeOf(block.body, 'size')?.text)).toEqual([
        '1',
        '2',
      ]);
    }
  });

  it('is the plain source where the build adds nothing, and empty where there is none', async () => {
    const template = await readIn({ files });

    const plain = sourceBody(template, { type: 'null', name: 'x' });
    const none = sourceBody(template, { type: 'null', name: 'gone' });

    expect(attributeValue(plain, 'host')).toEqual({ state: 'known', value: 'one' });
    expect(attributeValue(plain, 'gone')).toEqual({ state: 'unknown' });
    expect([none.attributes, none.blocks]).toEqual([[], []]);
  });
});

describe('sensitiveValues', () => {
  it('lists the texts in sensitive variables and in locals made of them', async () => {
    const template = await readIn({
      files: {
        't.pkr.hcl': [
          'variable "p" {\n  default = "secret"\n  sensitive = true\n}',
          'variable "m" {\n  default = { a = ["x1", 1234], b = "" }\n  sensitive = true\n}',
          'variable "plain" { default = "shown" }',
          'locals { url = "https://${var.p}@host" }',
        ].join('\n'),
      },
    });

    expect(sensitiveValues(template)).toEqual(['secret', 'x1', '1234', 'https://secret@host']);
  });
});

describe('withoutRanges', () => {
  it('keeps lines and columns of everything else', async () => {
    const text = 'packer {\r\n  required_plugins {\r\n    a = {}\r\n  }\r\n}\r\nlocals { é = 1 }\r\n';
    const template = await readIn({ files: { 't.pkr.hcl': text } });

    const result = withoutRanges(text, template.requirements.pluginBlocks);

    expect(result).toEqual(
      `packer {\r\n${' '.repeat(20)}\r\n${' '.repeat(10)}\r\n${' '.repeat(3)}\r\n}\r\nlocals { é = 1 }\r\n`,
    );
  });
});
