import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../hcl/parse-hcl.ts';
import { expression } from '../testing/arbitrary-hcl.ts';
import { bestPacker, inspectedLocals, refusesTemplate } from '../testing/best-packer.ts';
import { calls } from '../testing/samples/calls.ts';
import { expressions } from '../testing/samples/expressions.ts';
import { refused } from '../testing/samples/refused.ts';
import { inFolder, readIn } from '../testing/written-template.ts';

/** Each expression as a local, as JSON text: Packer prints that on one line, and it shows every digit. */
function asLocals(codes: readonly string[]): string {
  const lines = codes.map((code, index) => `  x${index} = jsonencode(${code})`);
  return `locals {\n${lines.join('\n')}\n}\n`;
}

describe.each(Object.entries({ ...expressions, ...calls }))('%s', (_, codes) => {
  it('come to what the real Packer computes', async (context) => {
    const packer = await bestPacker();
    if (!packer) return context.skip('packer is not on PATH: install it to compare with the real one');
    const files = { 't.pkr.hcl': asLocals(codes) };

    await inFolder(files, async (root) => {
      const theirs = await inspectedLocals(packer, root);
      const { locals, errors } = await readIn({ root, path: 't.pkr.hcl' });

      const ours = Object.fromEntries(
        locals.map(({ name, value }) => [name, value.state === 'known' ? value.value : value.state]),
      );
      const shown = (values: Readonly<Record<string, unknown>>) =>
        codes.map((code, index) => `${code} = ${String(values[`x${index}`])}`);
      expect(errors).toEqual([]);
      expect(shown(ours)).toEqual(shown(theirs));
    });
  });
});

describe('invented expressions', () => {
  it('come to the same, or are refused by both', async (context) => {
    const packer = await bestPacker();
    if (!packer) return context.skip('packer is not on PATH: install it to compare with the real one');
    const codes = fc
      .sample(expression, { numRuns: 400, seed: 20 })
      .filter((code) => !code.includes('\\u0000'));
    const lines = codes.map((code, index) => `  x${index} = try(jsonencode(${code}), "refused")`);
    const given = 'variable "text" { default = "t" }\nvariable "list" { default = ["a", "b"] }\n';
    const more = 'variable "map" { default = { k = 1, l = [2] } }\n';
    const text = `${given}${more}locals {\n  none = null\n${lines.join('\n')}\n}\n`;

    await inFolder({ 't.pkr.hcl': text }, async (root) => {
      const theirs = await inspectedLocals(packer, root);
      const { locals } = await readIn({ root, path: 't.pkr.hcl' });

      const known = locals.flatMap(({ name, value }) =>
        value.state === 'known' ? [[name, value.value]] : [],
      );
      const different = known.filter(([name, value]) => name !== 'none' && theirs[String(name)] !== value);
      expect(known.length).toBeGreaterThan(350);
      expect(different).toEqual([]);
    });
  });
});

describe('what the real Packer refuses', () => {
  it.each(refused)('%s', async (code) => {
    const template = await readIn({ files: { 't.pkr.hcl': `locals {\n  x = ${code}\n}\n` } });

    expect(template.errors.map(({ range }) => range.start.line)).toEqual([2]);
    expect(template.locals).toMatchObject([{ value: { state: 'unknown' }, failed: true }]);
  });

  it('is refused by it, one and all', { timeout: 60_000 }, async (context) => {
    const packer = await bestPacker();
    if (!packer) return context.skip('packer is not on PATH: install it to compare with the real one');

    const accepted: string[] = [];
    for (const code of refused) {
      const { errors } = await parseHcl('t.pkr.hcl', `x = ${code}\n`);
      expect(errors).toEqual([]);
      if (!(await refusesTemplate(packer, `locals {\n  x = ${code}\n}\n`))) accepted.push(code);
    }

    expect(accepted).toEqual([]);
  });
});
