import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const cpus = (validation: string) =>
  `variable "cpus" {\n  type = number\n  default = 2\n  validation {\n${validation}  }\n}\n`;
const condition = '    condition = var.cpus > 0\n';

testRule(rule, {
  valid: [
    cpus(`${condition}    error_message = "The number of CPUs must be positive."\n`),
    {
      name: 'a heredoc',
      code: cpus(`${condition}    error_message = <<EOF\nThe number of CPUs\nmust be positive.\nEOF\n`),
    },
    { name: 'a digit at the beginning', code: cpus(`${condition}    error_message = "1 or more, right?"\n`) },
  ],
  invalid: [
    {
      code: cpus(`${condition}    error_message = "cpus must be positive"\n`),
      findings: [{ message: 'error', at: '6:21' }],
      fixed: cpus(`${condition}    error_message = "Cpus must be positive."\n`),
    },
    { code: cpus(condition), findings: [{ message: 'error', at: '4:3' }] },
    { code: cpus('    error_message = "No."\n'), findings: [{ message: 'error', at: '4:3' }] },
    {
      name: 'a condition about something else',
      code: cpus('    condition = var.memory > local.x\n    error_message = "No."\n'),
      findings: [
        { message: 'error', at: '5:17' },
        { message: 'error', at: '5:30' },
      ],
    },
    {
      name: 'a condition about nothing',
      code: cpus('    condition = true\n    error_message = "No."\n'),
      findings: [{ message: 'error', at: '5:17' }],
    },
    {
      name: 'a value that does not pass',
      code: cpus('    condition = var.cpus > 2\n    error_message = "Three or more."\n'),
      findings: [{ message: 'error', at: '3:13', sub: 'value-refused' }],
    },
  ],
});
