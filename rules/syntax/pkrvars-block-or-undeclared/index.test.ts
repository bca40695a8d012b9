import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const code = 'variable "vm_name" {\n  type    = string\n  default = "x"\n}\n';
const file = 'prod.auto.pkrvars.hcl';

testRule(rule, {
  valid: [
    { code, files: { [file]: 'vm_name = "prod"\n' } },
    {
      name: 'a file that serves several templates',
      code,
      files: { 'common.pkrvars.hcl': 'network = "a"\nvm_name = "b"\nvm_names = "c"\n' },
      varFiles: ['common.pkrvars.hcl'],
    },
    { name: 'documentation', code, files: { 'prod.pkrvars.hcl.example': 'other = 1\n' } },
  ],
  invalid: [
    {
      code,
      files: { [file]: 'variable "vm_name" {\n  default = "prod"\n}\n' },
      findings: [{ message: 'error', at: '1:1', file, severity: 'critical' }],
    },
    {
      name: 'a reference',
      code,
      files: { [file]: 'vm_name = local.x\n' },
      findings: [{ message: 'error', at: '1:11', file, severity: 'critical' }],
    },
    {
      name: 'names that nobody declares',
      code,
      files: { [file]: 'vm_nmae = "prod"\nnetwork = "a"\n' },
      findings: [
        { message: 'meant', at: '1:1', file, data: { name: 'vm_nmae', meant: 'vm_name' } },
        { message: 'unknown', at: '2:1', file, data: { name: 'network' } },
      ],
      fixed: { [file]: 'vm_name = "prod"\nnetwork = "a"\n' },
    },
  ],
});
