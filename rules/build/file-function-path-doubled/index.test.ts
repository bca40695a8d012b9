// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const locals = (...lines: readonly string[]) => `locals {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

testRule(rule, {
  valid: [
    locals(
      'a = templatefile("${abspath(path.root)}/data/x", {})',
      'b = file("data/motd")',
      'c = file("${path.cwd}/x")',
    ),
    'build {\n  provisioner "shell" {\n    script = "${path.root}/scripts/setup.sh"\n  }\n}\n',
    locals('a = basename("${path.root}/x")', 'b = file("x/${path.root}")', 'c = file("${var.x}/y")'),
    locals('a = local.a', 'b = file("${local.a}/x")'),
  ],
  invalid: [
    {
      code: locals('a = templatefile("${path.root}/data/x", {})'),
      findings: [{ message: 'doubled', at: '2:20', data: { name: 'templatefile' } }],
      fixed: locals('a = templatefile("${abspath(path.root)}/data/x", {})'),
    },
    {
      name: 'deep in a source',
      code: 'source "qemu" "x" {\n  http_content = {\n    "/a" = upper(file("${path.root}/a"))\n    "/b" = join("", [for f in fileset(path.root, "*") : f])\n  }\n}\n',
      findings: [
        { message: 'doubled', at: '3:23' },
        { message: 'doubled', at: '4:39' },
      ],
      fixed:
        'source "qemu" "x" {\n  http_content = {\n    "/a" = upper(file("${abspath(path.root)}/a"))\n    "/b" = join("", [for f in fileset(abspath(path.root), "*") : f])\n  }\n}\n',
    },
    {
      name: 'through a local',
      code: locals('dir = "${path.root}/data"', 'a = file("${local.dir}/x")'),
      findings: [{ message: 'doubled', at: '3:12' }],
    },
  ],
});
