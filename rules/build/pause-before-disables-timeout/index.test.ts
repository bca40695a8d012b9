import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const step = (lines: string, head = '') => `${head}build {\n  provisioner "shell" {\n${lines}\n  }\n}\n`;

testRule(rule, {
  valid: [
    step('    timeout = "20m"'),
    step('    pause_before = "10s"'),
    step('    pause_before = "0s"\n    timeout = "20m"'),
    step('    pause_after = "10s"\n    timeout = "20m"'),
    step('    max_retries = 3\n    timeout = "20m"'),
    step('    pause_before = var.p\n    timeout = "20m"', 'variable "p" {}\n'),
    { file: 'x.json', code: '{"builders": [], "provisioners": [{"type": "shell", "timeout": "5m"}]}' },
  ],
  invalid: [
    {
      code: step('    pause_before = "10s"\n    timeout = "20m"'),
      findings: [{ message: 'ignored', at: '4:5' }],
    },
    {
      code: step('    timeout = local.t\n    pause_before = "1m"', 'locals {\n  t = "5m"\n}\n'),
      findings: [{ message: 'ignored', at: '6:5' }],
    },
  ],
});
