// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const call = (given: string, more = '') =>
  `${more}locals {\n  seed = templatefile("\${path.root}/seed.pkrtpl.hcl", ${given})\n}\n`;
const files = (text: string) => ({ 'seed.pkrtpl.hcl': text });

testRule(rule, {
  valid: [
    { code: call('{ locale = "en" }'), files: files('locale: ${locale}\nhome: $${HOME} %%{x}\n') },
    {
      name: 'loops, conditions and attributes',
      code: call('{ disks = [{ path = "/" }], fast = true, size = { a = 1 } }'),
      files: files('%{ if fast }%{ for disk in disks }${disk.path}${ {a = size.a}.a }%{ endfor }%{ endif }'),
    },
    { name: 'a file that does not exist', code: call('{ locale = "en" }') },
    {
      name: 'values that several files share',
      code: call('local.all', 'locals {\n  all = { a = 1, b = 2 }\n}\n'),
      files: files('${a}'),
    },
    { name: 'merged values', code: call('merge({ a = 1 }, { b = 2 })'), files: files('${a}') },
    { name: 'an escape behind a sign', code: call('{ a = 1 }'), files: files('$${b} # ${a}') },
  ],
  invalid: [
    {
      name: 'a value that is missing',
      code: call('{ locale = "en" }'),
      files: files('${locale} ${keyboard}'),
      findings: [{ message: 'error', at: '2:10', severity: 'critical' }],
    },
    {
      name: 'values that are never used',
      code: call(
        '{ locale = "en", keyboard = "us", password = var.p }',
        'variable "p" {\n  sensitive = true\n  default = "x"\n}\n',
      ),
      files: files('locale: ${locale} # keyboard $${password}'),
      findings: [
        {
          message: 'unused',
          at: '6:72',
          severity: 'medium',
          data: { key: 'keyboard', file: 'seed.pkrtpl.hcl' },
        },
        { message: 'unused', at: '6:89', severity: 'high' },
      ],
    },
    {
      name: 'a key that is no name',
      code: call('{ "a b" = 1 }'),
      files: files('x'),
      findings: [{ message: 'key', at: '2:57', severity: 'critical' }],
    },
  ],
});
