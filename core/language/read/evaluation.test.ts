// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeValue, blocksOf } from '../query/body-queries.ts';
import { readIn } from '../testing/written-template.ts';

async function localsOf(text: string, files: Readonly<Record<string, string>> = {}) {
  const { locals, errors } = await readIn({ files: { 't.pkr.hcl': text, ...files } });
  return { values: Object.fromEntries(locals.map(({ name, value }) => [name, value])), errors };
}

describe('secrets', () => {
  it('stay in what is made of them, and only there', async () => {
    const { values } = await localsOf(`
variable "token" {
  default   = "t0ken"
  sensitive = true
}
locals {
  all    = { user = "u", pass = var.token }
  user   = local.all.user
  pass   = upper(local.all.pass)
  merged = merge(local.all, { more = 1 }).more
  size   = length(var.token)
  picked = var.token == "" ? "a" : "b"
  list   = [for v in values(local.all) : v][0]
}
`);

    expect(Object.fromEntries(Object.entries(values).map(([name, { state }]) => [name, state]))).toEqual({
      all: 'sensitive',
      user: 'known',
      pass: 'sensitive',
      merged: 'known',
      size: 'sensitive',
      picked: 'sensitive',
      list: 'sensitive',
    });
  });
});

describe('files', () => {
  it('are read inside the workspace', async () => {
    const text = `
locals {
  text  = file("a.txt")
  code  = filebase64("a.txt")
  there = [fileexists("a.txt"), fileexists("b.txt")]
  set   = fileset("sub", "**/*.sh")
  page  = templatefile("page.tpl", { names = ["x", "y"], title = "T" })
  gone  = file("b.txt")
}
`;
    const files = {
      'a.txt': 'hello\n',
      'sub/b.sh': '',
      'sub/deep/a.sh': '',
      'sub/c.txt': '',
      'page.tpl': '# ${title}\n%{ for n in names ~}\n- ${upper(n)}\n%{ endfor ~}\n',
    };

    const { values, errors } = await localsOf(text, files);

    expect(errors).toEqual([]);
    expect(values).toEqual({
      text: { state: 'known', value: 'hello\n' },
      code: { state: 'known', value: 'aGVsbG8K' },
      there: { state: 'known', value: [true, false] },
      set: { state: 'known', value: ['b.sh', 'deep/a.sh'] },
      page: { state: 'known', value: '# T\n- X\n- Y\n' },
      gone: { state: 'unknown' },
    });
  });

  it('outside of it are not', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'packer-hybrid-outside-'));
    try {
      await writeFile(join(outside, 'secret.txt'), 'secret');

      const { values } = await localsOf(
        `locals {\n  a = file("${outside}/secret.txt")\n  b = fileexists("../../etc/passwd")\n  c = file("~/.profile")\n}\n`,
      );

      expect(Object.values(values).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    } finally {
      await rm(outside, { recursive: true });
    }
  });

  it('that name what nobody gave them are refused', async () => {
    const { errors } = await localsOf('locals {\n  a = templatefile("p.tpl", { b = 1 })\n}\n', {
      'p.tpl': '${nobody}',
    });

    expect(errors).toMatchObject([{ kind: 'reference', range: { start: { line: 2 } } }]);
    expect(errors[0]?.message).toContain('"nobody"');
  });
});

describe('dynamic blocks', () => {
  it('say what they make as soon as that is known', async () => {
    const template = await readIn({
      files: {
        't.pkr.hcl': `
variable "sizes" { default = [10, 20] }
variable "later" {}
source "null" "x" {
  dynamic "disk" {
    for_each = var.sizes
    content {
      size = disk.value * 2
      name = "d\${disk.key}"
    }
  }
  dynamic "disk" {
    for_each = { a = 1 }
    iterator = it
    content { size = it.value }
  }
  dynamic "disk" {
    for_each = var.later
    content { size = disk.value }
  }
}
`,
      },
    });

    const body = template.sources[0]?.body;
    const disks = body ? blocksOf(body, 'disk') : [];
    expect(disks.map((disk) => attributeValue(disk.body, 'size'))).toEqual(
      [20, 40, 1].map((value) => ({ state: 'known', value })),
    );
    expect(body?.blocks.map(({ type, makes }) => [type, makes?.length])).toEqual([
      ['dynamic', 2],
      ['dynamic', 1],
      ['dynamic', undefined],
    ]);
    expect(template.errors).toEqual([]);
  });
});

describe('values that are still to be given', () => {
  const text = `
variable "os" { default = env("PACKER_HYBRID_OS") }
variable "empty" { default = "" }
locals {
  images = { linux = "l" }
  image  = local.images[var.os]
  other  = local.images[var.empty]
  wrong  = local.images["none"]
}
`;

  it('are no errors yet', async () => {
    const { values, errors } = await localsOf(text);

    expect(errors.map(({ range }) => range.start.line)).toEqual([8]);
    expect([values.image, values.other]).toEqual([{ state: 'unknown' }, { state: 'unknown' }]);
  });

  it('are errors when they are wrong', async () => {
    const { errors } = await readIn({
      files: { 't.pkr.hcl': text },
      env: { PACKER_HYBRID_OS: 'mac', PKR_VAR_empty: 'linux' },
    });

    expect(errors.map(({ range }) => range.start.line)).toEqual([6, 8]);
  });
});

describe('numbers', () => {
  it('that JSON would falsify are unknown, and exact in text', async () => {
    const { values } = await localsOf(
      'locals {\n  third = 1 / 3\n  big   = 9007199254740993\n  text  = "${local.big}!"\n  half  = 1 / 2\n}\n',
    );

    expect(values).toEqual({
      third: { state: 'unknown' },
      big: { state: 'unknown' },
      text: { state: 'known', value: '9007199254740993!' },
      half: { state: 'known', value: 0.5 },
    });
  });
});

describe('syntax errors', () => {
  it('come with an example', async () => {
    const { errors } = await readIn({ files: { 't.pkr.hcl': 'locals {\n  a =\n  b = "open\n}\n' } });

    expect(errors.map(({ example }) => example)).toEqual(['a = "value"', 'name = "value"']);
  });
});
