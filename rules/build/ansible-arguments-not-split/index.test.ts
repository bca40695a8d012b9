// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (value: string, type = 'ansible') =>
  `build {\n  provisioner "${type}" {\n    extra_arguments = ${value}\n  }\n}\n`;

testRule(rule, {
  valid: [
    build('["--extra-vars", "env=prod owner=ops", "--tags=base,web", "-v"]'),
    build(`["--extra-vars={\\"a b\\": 1}", "-e", "@x y.yml"]`),
    build('["--ssh-common-args=-o A=1 -o B=2", "--scp-extra-args", "\'-O\'"]'),
    build('["--extra-vars env=prod"]', 'ansible-local'),
    build('["${var.x} y"]'),
    build('var.arguments'),
  ],
  invalid: [
    {
      code: build('["--extra-vars env=prod"]'),
      findings: [{ message: 'unknown', at: '3:24', data: { option: '--extra-vars' } }],
      fixed: build('["--extra-vars", "env=prod"]'),
    },
    {
      code: build('["-v -b", "-e x=${var.x}"]'),
      findings: [
        { message: 'unknown', at: '3:24', data: { option: '-v' }, severity: 'high' },
        { message: 'blank', at: '3:33', data: { option: '-e' }, severity: 'medium' },
      ],
      fixed: build('["-v", "-b", "-e", "x=${var.x}"]'),
    },
    {
      name: 'with quotes for a shell',
      code: build(`["--extra-vars 'a=b c=d'"]`),
      findings: [{ message: 'unknown', at: '3:24' }],
    },
    {
      name: 'put together',
      code: `locals {\n  base = ["--tags a"]\n}\n${build('concat(local.base, ["-v"])')}`,
      findings: [{ message: 'unknown', at: '2:11' }],
      fixed: `locals {\n  base = ["--tags", "a"]\n}\n${build('concat(local.base, ["-v"])')}`,
    },
  ],
});
