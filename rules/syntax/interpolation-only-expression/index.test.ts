// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const x = 'variable "x" {}\n';

testRule(rule, {
  valid: [
    `${x}locals {\n  a = var.x\n  b = "t-\${var.x}"\n  c = "\${var.x} "\n  d = "\${var.x}\${var.x}"\n  e = { "\${var.x}" = 1 }\n  f = "%{ if var.x }a%{ endif }"\n  g = <<-EOT\n    \${var.x}\n  EOT\n  h = "\${~ var.x ~}"\n}\n`,
    { name: 'JSON', file: 'x.pkr.json', code: '{"variable": {"x": {}}, "locals": {"a": "${var.x}"}}' },
  ],
  invalid: [
    {
      code: `${x}locals {\n  a = "\${ upper("x") }"\n}\n`,
      findings: [{ message: 'one', at: '3:7', data: { text: '${upper("x")}', bare: 'upper("x")' } }],
      fixed: `${x}locals {\n  a = upper("x")\n}\n`,
    },
    {
      name: 'several in one file',
      code: `${x}locals {\n  a = ["\${var.x}", "b"]\n  b = { c = "\${local.a[0]}" }\n}\n`,
      findings: [{ message: 'many', at: '3:8', data: { text: '${var.x}', bare: 'var.x', count: 2 } }],
      fixed: `${x}locals {\n  a = [var.x, "b"]\n  b = { c = local.a[0] }\n}\n`,
    },
  ],
});
