// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { main } from '../main.ts';
import { recordedOutput } from '../testing/test-host.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packer-hybrid-inspect-'));
  await mkdir(join(folder, 'image'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function inspect(text: string, ...options: readonly string[]) {
  await writeFile(join(folder, 'image', 'a.pkr.hcl'), text);
  const output = recordedOutput();
  const code = await main(['inspect', 'image', ...options], { output, cwd: folder, env: {} });
  return { code, out: output.written.out };
}

const template = `variable "token" {
  default   = "hunter22222"
  sensitive = true
}
locals {
  list  = [for n in range(3) : "n-\${n}"]
  mixed = { size = 1.5, when = timestamp() }
  url   = "https://\${var.token}@host"
  wrong = upper(1, 2)
  next  = local.wrong
}
source "null" "one" { communicator = "none" }
build {
  name    = "b"
  sources = ["source.null.one"]
  provisioner "shell" { inline = [nope] }
}
`;

test('the document has every value in its state, and every error with its place', async () => {
  const { code, out } = await inspect(template, '-f', 'json');

  const document = JSON.parse(out);
  expect(code).toBe(1);
  expect(Object.keys(document)).toEqual(['version', 'errors', 'variables', 'locals', 'sources', 'builds']);
  expect(
    document.errors.map(({ kind, file, range }: Record<string, { start?: object }>) => [
      kind,
      file,
      range?.start,
    ]),
  ).toEqual([
    ['type', 'image/a.pkr.hcl', expect.objectContaining({ line: 9, column: 20 })],
    ['reference', 'image/a.pkr.hcl', expect.objectContaining({ line: 16, column: 35 })],
  ]);
  expect(document.locals.map(({ name, value }: Record<string, unknown>) => [name, value])).toEqual([
    ['list', { state: 'known', value: ['n-0', 'n-1', 'n-2'] }],
    ['mixed', { state: 'unknown' }],
    ['url', { state: 'sensitive' }],
    ['wrong', { state: 'error' }],
    ['next', { state: 'unknown' }],
  ]);
  expect(document.builds).toMatchObject([
    { name: 'b', sources: [{ type: 'null', name: 'one' }], provisioners: [{ type: 'shell' }] },
  ]);
  expect(out).not.toContain('hunter22222');
});

test('people see the line itself, and no secret', async () => {
  const { code, out } = await inspect(template);

  expect(code).toBe(1);
  expect(out).toMatch(/list +\["n-0","n-1","n-2"\]/);
  expect(out).toMatch(/wrong +\(error\)/);
  expect(out).toContain('image/a.pkr.hcl:9:20');
  expect(out).toMatch(/9 \| {3}wrong = upper\(1, 2\)\n +\| +\^/);
  expect(out).not.toContain('hunter22222');
});

test('a template without errors ends with 0', async () => {
  const { code, out } = await inspect('locals { a = 1 }\nbuild { sources = [] }\n', '-f', 'json');

  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ errors: [], locals: [{ name: 'a', value: { value: 1 } }] });
});
