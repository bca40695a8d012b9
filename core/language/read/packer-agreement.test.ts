// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it, type TestContext } from 'vitest';
import { expandTargets } from '../targets/expand-targets.ts';
import { inFolder, readIn, settingOf } from '../testing/written-template.ts';

const run = promisify(execFile);
const quiet = { CHECKPOINT_DISABLE: '1', PACKER_NO_COLOR: '1' };

async function needPacker(context: TestContext): Promise<void> {
  const found = await run('packer', ['version'], { env: { ...process.env, ...quiet } }).catch(
    () => undefined,
  );
  if (!found) context.skip('packer is not on PATH: install it to compare with the real one');
}

async function packer(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { stdout } = await run('packer', [...args], { cwd, env: { ...process.env, ...quiet, ...env } });
  return stdout;
}

/** `var.name: "text"` lines, as `packer inspect` prints them. */
function inspected(output: string): Readonly<Record<string, string>> {
  const lines = [...output.matchAll(/^((?:var|local)\.\w+): (".*")$/gm)];
  return Object.fromEntries(lines.map(([, name, text]) => [name, JSON.parse(text ?? '""') as string]));
}

const everything = `
variable "a" { default = "default" }
variable "b" { default = "default" }
variable "c" { default = "default" }
variable "d" { default = "default" }
variable "e" { default = "default" }
variable "n" {
  type    = number
  default = 1
}
variable "on" { default = false }
locals {
  indented = <<-EOT
    one \${var.a}
      two \\n $\${x}

    three
  EOT
  plain = <<EOT
  a
EOT
  choice  = var.on ? "yes" : "no"
  escapes = "\\u00e9\\t\\"q\\" %%{x} $\${y}"
  logic   = (1 + 2) * 3 == 9 && !false
  trimmed = "a %{ if var.on ~}  yes %{ else ~} no %{ endif ~} z"
  inner   = { a = [1, "x"] }.a[1]
  sum     = "\${var.n + 1}"
}
source "null" "x" { communicator = "none" }
build { sources = ["null.x"] }
`;

describe('values agree with the real Packer', () => {
  it('through every layer and form', async (context) => {
    await needPacker(context);
    const files = {
      'a.pkr.hcl': everything,
      'z.auto.pkrvars.hcl': 'b = "auto"\nc = "auto"\nd = "auto"\n',
      'a.auto.pkrvars.json': '{"c": "auto json"}',
      'named.pkrvars.hcl': 'd = "named"\ne = "named"\n',
    };
    const env = { PKR_VAR_a: 'env', PKR_VAR_b: 'env', PKR_VAR_n: '7', PKR_VAR_on: 'true' };

    await inFolder(files, async (root) => {
      const output = await packer(
        ['inspect', '-var-file=named.pkrvars.hcl', '-var', 'e=argument', '.'],
        root,
        env,
      );
      const ours = await readIn({
        root,
        env,
        setting: { varFiles: ['named.pkrvars.hcl'], vars: { e: 'argument' } },
      });

      const read = Object.fromEntries([
        ...ours.variables.map(({ name, value }) => [
          `var.${name}`,
          value.state === 'known' && String(value.value),
        ]),
        ...ours.locals.map(({ name, value }) => [
          `local.${name}`,
          value.state === 'known' && String(value.value),
        ]),
      ]);
      expect(read).toEqual(inspected(output));
    });
  });
});

describe('target names are what -only takes', () => {
  const hcl = `
source "null" "x" { communicator = "none" }
source "null" "y" { communicator = "none" }
build {
  name    = "golden"
  sources = ["source.null.x", "null.y"]
  source "source.null.x" { name = "other" }
}
build { sources = ["null.y"] }
`;
  const legacy = JSON.stringify({
    variables: { who: 'a' },
    builders: [
      { type: 'null', communicator: 'none', name: 'n-{{user `who`}}' },
      { type: 'null', communicator: 'none' },
    ],
  });

  it.each([
    {
      path: 't.pkr.hcl',
      text: hcl,
      names: ['golden.null.x', 'golden.null.y', 'golden.null.other', 'null.y'],
    },
    { path: 't.json', text: legacy, names: ['n-a', 'null'] },
  ])('$path', async ({ path, text, names }) => {
    const template = await readIn({ path, files: { [path]: text } });

    const targets = expandTargets(template, {
      env: 'dev',
      setting: settingOf(path),
      platformOf: () => 'null',
      hostAttributesOf: () => [],
    });

    expect(targets.map((target) => target.packer_name)).toEqual(names);
  });

  it('by the real Packer', async (context) => {
    await needPacker(context);
    const files = { 't.pkr.hcl': hcl, 't.json': legacy };

    await inFolder(files, async (root) => {
      for (const [path, only] of [
        ['t.pkr.hcl', 'golden.null.other'],
        ['t.json', 'n-a'],
      ] as const) {
        const output = await packer(['build', `-only=${only}`, path], root);

        expect([...output.matchAll(/^--> (\S+):/gm)].map(([, name]) => name)).toEqual([only]);
      }
    });
  });
});
