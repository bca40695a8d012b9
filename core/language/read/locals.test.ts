// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import type { Template } from '../model.ts';
import { readIn } from '../testing/written-template.ts';

const local = (template: Template, name: string) =>
  template.locals.find((candidate) => candidate.name === name)?.value;

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
