import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (...provisioners: readonly string[]) =>
  `source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n${provisioners.map((one) => `  ${one}\n`).join('')}}\n`;
const ansible = (more = '') => `provisioner "ansible-local" {\n    playbook_file = "site.yml"\n${more}  }`;
const shell = (command: string) => `provisioner "shell" { inline = ["${command}"] }`;
const upload = (source: string, destination: string) =>
  `provisioner "file" {\n    source = "${source}"\n    destination = "${destination}"\n  }`;

testRule(rule, {
  valid: [
    build(ansible('    clean_staging_directory = true\n')),
    build(ansible(), shell('rm -rf /tmp/*')),
    build(ansible('    staging_directory = "/opt/stage"\n'), shell('sudo rm -rf /opt/stage')),
    `variable "clean" {}\n${build(ansible('    clean_staging_directory = var.clean\n'))}`,
    build(upload('server.key', '/tmp/server.key'), shell('mv /tmp/x /y; rm -f /tmp/server.key')),
    build(
      upload('id_rsa.pub', '/tmp/id_rsa.pub'),
      upload('server.key', '/etc/ssl/private/server.key'),
      upload('a.txt', '/tmp/a.txt'),
    ),
    build(
      'provisioner "ansible" {\n    playbook_file = "site.yml"\n  }',
      'provisioner "shell" {\n    skip_clean = false\n    inline = ["x"]\n  }',
    ),
  ],
  invalid: [
    {
      code: build(ansible()),
      findings: [{ message: 'staging', at: '4:3', data: { type: 'ansible-local' } }],
      fixed: build(ansible('    clean_staging_directory = true\n')),
    },
    {
      name: 'cleaned before, and another clean-up',
      code: build(
        shell('rm -rf /tmp/*'),
        'provisioner "puppet-masterless" {\n    clean_staging_directory = false\n  }',
        shell('rm -f /tmp/other'),
      ),
      findings: [{ message: 'staging', at: '6:5' }],
      fixed: build(
        shell('rm -rf /tmp/*'),
        'provisioner "puppet-masterless" {\n    clean_staging_directory = true\n  }',
        shell('rm -f /tmp/other'),
      ),
    },
    {
      name: 'scripts, the last one among them',
      code: build(
        'provisioner "shell" {\n    skip_clean = true\n    inline = ["x"]\n  }',
        'provisioner "shell" {\n    inline = ["waagent -deprovision"]\n    skip_clean = true\n  }',
      ),
      findings: [
        { message: 'script', at: '5:5', severity: 'medium' },
        { message: 'script', at: '10:5', severity: 'low' },
      ],
      fixed: build(
        'provisioner "shell" {\n    inline = ["x"]\n  }',
        'provisioner "shell" {\n    inline = ["waagent -deprovision"]\n  }',
      ),
    },
    {
      code: build(upload('tls/server.key', '/tmp/server.key'), upload('x.pfx', 'C:/Windows/Temp/x.pfx')),
      findings: [
        { message: 'upload', at: '6:5', data: { file: 'server.key', folder: '/tmp/server.key' } },
        { message: 'upload', at: '10:5' },
      ],
    },
  ],
});
