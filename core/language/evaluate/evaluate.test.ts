// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../hcl/parse-hcl.ts';
import type { Value } from '../value.ts';
import { anything } from '../values/index.ts';
import { evaluate } from './evaluate.ts';
import { typedOf } from './outcome.ts';

const values: Readonly<Record<string, Value>> = {
  name: { state: 'known', value: 'n' },
  list: { state: 'known', value: ['a', 'b'] },
  map: { state: 'known', value: { k: { deep: 1 } } },
  yes: { state: 'known', value: true },
  secret: { state: 'sensitive', value: 's' },
  none: { state: 'unknown' },
};

async function result(code: string): Promise<Value> {
  const { body, errors } = await parseHcl('t.pkr.hcl', `x = ${code}\n`);
  const [attribute] = body.attributes;
  if (!attribute || errors.length > 0) throw new Error(`not an expression: ${code}`);
  return evaluate(attribute.expression, {
    variable: (name) => (values[name] ? (typedOf(values[name]) ?? anything) : undefined),
    local: () => anything,
    path: { root: '/templates', cwd: '/work' },
  });
}

describe('evaluate', () => {
  it.each<[code: string, value: unknown]>([
    ['"text"', 'text'],
    ['""', ''],
    ['-1.5', -1.5],
    ['1.5e3', 1500],
    ['true', true],
    ['null', null],
    ['"a\\tb\\n\\"c\\" \\\\ \\u00e9 \\U0001F600"', 'a\tb\n"c" \\ é 😀'],
    ['"$${no} %%{no}"', '${no} %{no}'],
    ['"  ${var.name}  "', '  n  '],
    ['"${var.list}"', ['a', 'b']],
    ['"${1}${true}"', '1true'],
    ['"${"in ${var.name}"}!"', 'in n!'],
    ['"a  ${~ var.name ~}  b"', 'anb'],
    ['"%{ if var.yes }y%{ else }n%{ endif }"', 'y'],
    ['"%{ if !var.yes }y%{ endif }z"', 'z'],
    ['"a %{ if var.yes ~}  b  %{~ endif } c"', 'a b c'],
    ['[1, "a", [true]]', [1, 'a', [true]]],
    ['{ a = 1, "b" : 2, (var.name) = 3\n d = 4 }', { a: 1, b: 2, n: 3, d: 4 }],
    ['var.list[1]', 'b'],
    ['var.list.0', 'a'],
    ['var.map.k.deep', 1],
    ['var.map["k"]["deep"]', 1],
    ['(var.map).k.deep', 1],
    ['{ a = 1, b = uuidv4() }.a', 1],
    ['var["name"]', 'n'],
    ['path.root', '/templates'],
    ['"${path.cwd}/x"', '/work/x'],
    ['var.yes ? "a" : uuidv4()', 'a'],
    ['(1 + 2) * 3 - 4 / 2 % 3', 7],
    ['"4" + 1', 5],
    ['1 + 1 == 2 && "a" != "b"', true],
    ['!(2 >= 3) || false', true],
    ['[1] == [1]', true],
    ['[for v in var.list : v]', ['a', 'b']],
    ['[for i, v in var.list : "${i}${v}" if v != "a"]', ['1b']],
    ['{ for k, v in var.map : upper(k) => v }', { K: { deep: 1 } }],
    ['"%{ for v in var.list }${v}%{ endfor }"', 'ab'],
    ['var.map[*].k.deep', [1]],
  ])('%s', async (code, value) => {
    expect(await result(code)).toEqual({ state: 'known', value });
  });

  it.each([
    ['<<EOT\n  a ${var.name}\nb\\n\nEOT', '  a n\nb\\n\n'],
    ['<<-EOT\n    a\n\n      $${b}\n    EOT', 'a\n\n  ${b}\n'],
    ['<<-EOT\n    ${var.name}:\n      b ${~ " c" }\n  EOT', 'n:\n  b c\n'],
    ['<<EOT\r\na\r\nEOT', 'a\r\n'],
    ['<<EOT\nEOT', ''],
  ])('heredoc %j', async (code, value) => {
    expect(await result(code)).toEqual({ state: 'known', value });
  });

  it.each([
    'var.none',
    'var.missing',
    'local.x',
    'data.http.x.body',
    'timestamp()',
    'var.map.missing',
    'var.list[7]',
    '["a", var.none]',
    '"a ${var.list}"',
    '"${var.none}x"',
    'var.none ? 1 : 2',
    '1 / 0',
    '"a" + 1',
    'env("HOME")',
    'name',
  ])('%s is unknown', async (code) => {
    expect(await result(code)).toEqual({ state: 'unknown' });
  });

  it.each<[code: string, value: unknown]>([
    ['var.secret', 's'],
    ['"a ${var.secret}"', 'a s'],
    ['[var.name, var.secret]', ['n', 's']],
    ['{ a = var.secret }', { a: 's' }],
    ['var.secret == "s"', true],
    ['var.secret == "s" ? "a" : "b"', 'a'],
    ['"%{ if var.secret == "s" }y%{ endif }"', 'y'],
  ])('%s is sensitive', async (code, value) => {
    expect(await result(code)).toEqual({ state: 'sensitive', value });
  });
});
