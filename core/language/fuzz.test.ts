// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SourceRange } from '../schema/index.ts';
import { attempt, evaluate } from './evaluate/index.ts';
import { parseHcl } from './hcl/parse-hcl.ts';
import { textParser } from './hcl/parse-text.ts';
import { parseJson } from './json/parse-json.ts';
import { parseLegacyJson } from './json/parse-legacy-json.ts';
import type { SyntaxBody } from './syntax/document.ts';
import { walkExpression } from './syntax/walk-expression.ts';
import { brokenHcl, expression } from './testing/arbitrary-hcl.ts';
import { anything, fromJson } from './values/index.ts';

function* rangesIn(body: SyntaxBody): Generator<SourceRange> {
  for (const { range, valueRange, expression: written } of body.attributes) {
    yield range;
    yield valueRange;
    for (const part of walkExpression(written)) yield part.range;
  }
  for (const block of body.blocks) {
    yield block.range;
    yield* rangesIn(block.body);
  }
}

function isInside({ start, end }: SourceRange, text: string): boolean {
  const lines = text.split('\n').length;
  return (
    start.offset >= 0 &&
    start.offset <= end.offset &&
    end.offset <= text.length &&
    start.line >= 1 &&
    start.column >= 1 &&
    end.line <= lines
  );
}

const template = `# a template
packer {
  required_plugins {
    qemu = { source = "github.com/hashicorp/qemu", version = "~> 1" }
  }
}
variable "a" {
  type    = list(string)
  default = ["x", "y"]
}
locals {
  b = { for k, v in var.a : v => "\${k}-$\${x}" }
  c = <<-EOT
    line %{ if true ~} one %{ else } two %{ endif }
      \${local.b}
  EOT
}
source "qemu" "x" {
  boot_command = ["<enter>", "a{b}c \\" d"] // comment
  disk { size = 1 /* in the middle */ }
}
build {
  sources = ["source.qemu.x"]
  provisioner "shell" {
    inline = [
      "echo 1",
    ]
  }
}
`;

describe('any text', () => {
  // The grammar is loaded outside of what is tried.
  beforeAll(() => textParser());

  it('is parsed without throwing, and every place is inside of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(brokenHcl, fc.string({ maxLength: 200, unit: 'binary' })), async (text) => {
        const { body, errors, comments } = await parseHcl('t.pkr.hcl', text);

        const ranges = [
          ...rangesIn(body),
          ...errors.map(({ range }) => range),
          ...comments.map(({ range }) => range),
        ];
        expect(ranges.filter((range) => !isInside(range, text))).toEqual([]);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('in JSON as well, both forms', async () => {
    const json = fc.oneof(
      fc.json(),
      fc.tuple(fc.json(), fc.nat(40)).map(([text, cut]) => text.slice(0, -cut || undefined)),
      brokenHcl,
    );

    await fc.assert(
      fc.asyncProperty(json, async (text) => {
        for (const { body, errors } of [
          await parseJson('t.pkr.json', text),
          parseLegacyJson('t.json', text),
        ]) {
          const ranges = [...rangesIn(body), ...errors.map(({ range }) => range)];
          expect(ranges.filter((range) => !isInside(range, text))).toEqual([]);
        }
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  it('may break off anywhere: the blocks before are whole', async () => {
    const whole = await parseHcl('t.pkr.hcl', template);

    expect(whole.errors).toEqual([]);
    for (let cut = 0; cut <= template.length; cut += 1) {
      const { body } = await parseHcl('t.pkr.hcl', template.slice(0, cut));
      const before = whole.body.blocks.filter(({ range }) => range.end.offset <= cut);
      expect(body.blocks.slice(0, before.length), `cut at ${cut}`).toEqual(before);
    }
  });

  it('with one sign changed keeps the blocks on both sides', async () => {
    const whole = await parseHcl('t.pkr.hcl', template);
    const [first, last] = [whole.body.blocks[0], whole.body.blocks.at(-1)];
    const inside = fc.integer({
      min: template.indexOf('locals {') + 9,
      max: template.indexOf('  c = <<') - 2,
    });

    await fc.assert(
      fc.asyncProperty(inside, fc.constantFrom('}', ']', ')', '=', '@', '"', '{', '['), async (at, sign) => {
        const { body } = await parseHcl('t.pkr.hcl', template.slice(0, at) + sign + template.slice(at + 1));

        expect(body.blocks[0]).toEqual(first);
        expect(body.blocks.at(-1)).toEqual(last);
      }),
      { numRuns: 200, seed: 2 },
    );
  });
});

describe('any expression', () => {
  const scope = {
    variable: (name: string) =>
      ({ text: fromJson('t'), list: fromJson(['a', 'b']), map: fromJson({ k: 1, l: [2] }) })[name],
    local: () => anything,
    path: { root: '/', cwd: '/' },
  };

  it('comes to a value or is refused with a reason and a place, and never to both', async () => {
    const parser = await textParser();
    const nowhere = { line: 1, column: 1, offset: 0 };
    const range = { file: 't', start: nowhere, end: nowhere };

    fc.assert(
      fc.property(expression, (code) => {
        const { value, refusal } = attempt(parser.expression(code, range), scope);

        if (!refusal) expect(value.type.kind).not.toBe('');
        else expect([value.data, refusal.message === '', refusal.range]).toEqual([undefined, false, range]);
      }),
      { numRuns: 1500, seed: 3 },
    );
  });

  it('that grows without end is given up', async () => {
    const parser = await textParser();
    const nowhere = { line: 1, column: 1, offset: 0 };
    const range = { file: 't', start: nowhere, end: nowhere };
    const endless = [
      '[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]]',
      'length(setproduct(range(1000), range(1000), range(1000)))',
      'regexall("(a+)+$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")',
      `${'['.repeat(3000)}${']'.repeat(3000)}`,
      'format("%999999999d", 1)',
      '1e999999',
    ];

    for (const code of endless) {
      expect(evaluate(parser.expression(code, range), scope).state, code.slice(0, 80)).toBe('unknown');
    }
  });
});
