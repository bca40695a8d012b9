// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (...provisioners: readonly string[]) =>
  `source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n${provisioners.map((one) => `  ${one}\n`).join('')}}\n`;
const step = (...commands: readonly string[]) =>
  `provisioner "shell" { inline = ${JSON.stringify(commands)} }`;

testRule(rule, {
  valid: [
    build(
      step(
        'chmod 755 /opt/app',
        'chmod 1777 /opt/spool',
        'chmod 777 /tmp/x',
        'chmod +x /opt/y',
        'chmod 0750 z',
        'chmod u+w,g+w z',
      ),
    ),
    build(
      step(
        'umask 022',
        'install -m 755 a /usr/bin/a',
        'mkdir -p -m 0700 /srv',
        'chmod --reference=a b',
        'chmod g+w /srv',
      ),
    ),
    'source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  provisioner "shell" {\n    execute_command = "chmod +x {{ .Path }}; chmod 777 {{ .Path }}"\n    inline = ["true"]\n  }\n}\n',
  ],
  invalid: [
    {
      code: `variable "dir" {\n  default = "/imagegeneration"\n}\n${build(step('mkdir ${var.dir}', 'chmod 777 ${var.dir}'))}`,
      findings: [
        { message: 'path', at: '7:55', data: { mode: '777', path: '/imagegeneration' }, severity: 'medium' },
      ],
    },
    {
      code: build(step('chmod -R 0777 /opt')),
      findings: [{ message: 'path', at: '4:36' }],
      fixed: build(step('chmod -R 755 /opt')),
    },
    {
      name: 'in a script, and removed later',
      code: build('provisioner "shell" { script = "s.sh" }', step('rm -rf /build')),
      files: {
        's.sh':
          'sudo chmod -R a+rwx /opt/x\nchmod o+w /etc/y\numask 000\ninstall -m 777 a /usr/bin/a\nchmod 0777 -R /build/z\nmkdir -m 777 /srv\n',
      },
      findings: [
        { message: 'path', at: '1:1', file: 's.sh' },
        { message: 'path', at: '2:1', file: 's.sh' },
        { message: 'mask', at: '3:1', file: 's.sh' },
        { message: 'path', at: '4:1', file: 's.sh' },
        {
          message: 'path',
          at: '5:1',
          file: 's.sh',
          data: { mode: '0777', path: '/build/z' },
          severity: 'low',
        },
        { message: 'path', at: '6:1', file: 's.sh' },
      ],
    },
    {
      code: build('provisioner "windows-shell" { inline = ["icacls C:\\\\app /grant Everyone:F"] }'),
      findings: [{ message: 'path', at: '4:44', data: { mode: 'Everyone:F', path: 'C:\\app' } }],
    },
  ],
});
