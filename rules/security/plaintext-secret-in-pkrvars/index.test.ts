import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const code = 'variable "winrm_password" {\n  type = string\n}\nvariable "opaque" {\n  sensitive = true\n}\n';
const withFile = (text: string, file = 'prod.auto.pkrvars.hcl') => ({ code, files: { [file]: text } });

testRule(rule, {
  valid: [
    withFile('winrm_password = "<REPLACE_ME>"\nssh_private_key_file = "~/.ssh/id_ed25519"\n'),
    withFile('winrm_password = "CHANGEME"\n'),
    withFile('winrm_password = ""\n# winrm_password = "hunter2"\nname = "hunter2"\nopaque = "svc-packer"\n'),
    withFile('winrm_password = "xxxxxxxx"\n'),
    { code, files: { 'prod.pkrvars.hcl.example': 'winrm_password = "hunter2"\n' } },
  ],
  invalid: [
    {
      ...withFile('winrm_password = "Nutanix/4u$"\n'),
      findings: [{ message: 'local', at: '1:18', file: 'prod.auto.pkrvars.hcl', severity: 'medium' }],
    },
    {
      name: 'in a repository',
      code,
      files: {
        '.git/HEAD': '',
        '.gitignore': '*.secret\nignored/\n',
        'prod.pkrvars.hcl': 'a = {\n  b        = "x"\n  password = "hunter2"\n}\nopaque = "a8f5F167f44f"\n',
      },
      findings: [
        {
          message: 'tracked',
          at: '3:14',
          file: 'prod.pkrvars.hcl',
          data: { name: 'password' },
          severity: 'critical',
        },
        { message: 'tracked', at: '5:10', file: 'prod.pkrvars.hcl', data: { name: 'opaque' } },
      ],
    },
    {
      name: 'ignored by git, JSON, public and hashed',
      code,
      files: {
        '.git/HEAD': '',
        '.gitignore': '# secrets\n*.pkrvars.*\n!example.pkrvars.json\n',
        'a.auto.pkrvars.json': '{"winrm_password": "hunter2", "root_password": "$6$salt$hash"}',
        'example.pkrvars.json': '{\n  "winrm_password": "vagrant"\n}\n',
      },
      findings: [
        { message: 'local', at: '1:20', file: 'a.auto.pkrvars.json', severity: 'medium' },
        { message: 'hash', at: '1:48', file: 'a.auto.pkrvars.json', severity: 'medium' },
        { message: 'tracked', at: '2:21', file: 'example.pkrvars.json', severity: 'medium' },
      ],
    },
  ],
});
