// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (body: string) =>
  `source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  ${body}\n}\n`;
const inline = (...commands: readonly string[]) =>
  build(`provisioner "shell" {\n    inline = ${JSON.stringify(commands)}\n  }`);
const withScript = (text: string, file = 's.sh') => ({
  code: build(`provisioner "shell" {\n    script = "${file}"\n  }`),
  files: { [file]: text },
});

testRule(rule, {
  valid: [
    inline(
      "echo '' | sudo -S true",
      'ssh -p 2222 host',
      'mkdir -p /srv/x',
      'passwd -l root',
      'passwd -d build',
    ),
    inline(
      'mysql -p "$PW"',
      'curl -u "$U:$P" x',
      'export TOKEN=$1',
      'TOKEN=$(cat f) run',
      'echo packer | sudo tee x',
    ),
    inline(
      'run --password-file x --token-url https://y --password "$PW" --use-password yes',
      'useradd -p x y',
    ),
    {
      name: 'what a variable brings',
      code: `variable "pw" {\n  default = "hunter2"\n}\n${build(`provisioner "shell" {\n    execute_command = "echo '\${var.pw}' | {{ .Vars }} sudo -S sh '{{ .Path }}'"\n    inline = ["true"]\n  }`)}`,
    },
    withScript(
      '# export TOKEN=hunter2\ncat > x <<EOF\nexport TOKEN=hunter2\nEOF\nPASSWORD="${1:-}"\nread -s PASSWORD\nPASSWORD_LENGTH=12a\n',
    ),
    withScript(
      '$p = Read-Host -AsSecureString\n$env:TOKEN = $args[0]\nNew-X -Password $p\n$token = Get-Token -Id 5\n',
      's.ps1',
    ),
    withScript('net user administrator /active:no\nset TOKEN=%1\n', 's.cmd'),
  ],
  invalid: [
    {
      code: build(
        `provisioner "shell" {\n    execute_command = "echo 'packer' | {{.Vars}} sudo -S -E sh -eux '{{.Path}}'"\n    inline = ["apt-get update"]\n  }`,
      ),
      findings: [
        { message: 'written', at: '5:24', data: { what: 'password for sudo' }, severity: 'critical' },
      ],
    },
    {
      code: 'source "qemu" "x" {\n  shutdown_command = "echo \'vagrant\' | sudo -S shutdown -P now"\n}\n',
      findings: [{ message: 'written', at: '2:23', severity: 'medium' }],
    },
    {
      code: inline('sshpass -p hunter2 ssh x', 'curl -u admin:hunter2 https://x', 'mysql -phunter2 x'),
      findings: [
        { message: 'written', at: '5:16', data: { what: 'password for sshpass' } },
        { message: 'written', at: '5:43' },
        { message: 'written', at: '5:77' },
      ],
    },
    {
      name: 'scripts of a shell',
      ...withScript(
        'export GITHUB_TOKEN=abc123def\nDB_PASSWORD="hunter2" run\nrun --password=hunter2 --api-token x1y2\nchpasswd <<< "root:hunter2"\necho "a:hunter2" | sudo chpasswd\nbash -c "export API_KEY=abc9"\n',
      ),
      findings: [
        { message: 'written', at: '1:1', file: 's.sh', data: { what: 'value of GITHUB_TOKEN' } },
        { message: 'written', at: '2:1', file: 's.sh' },
        { message: 'written', at: '3:1', file: 's.sh', data: { what: 'value of --password' } },
        { message: 'written', at: '3:1', file: 's.sh', data: { what: 'value of --api-token' } },
        { message: 'written', at: '4:1', file: 's.sh' },
        { message: 'written', at: '5:1', file: 's.sh' },
        { message: 'written', at: '6:10', file: 's.sh' },
      ],
    },
    {
      name: 'scripts of Windows',
      ...withScript(
        '$s = ConvertTo-SecureString "Hunter-22" -AsPlainText -Force\n$env:API_TOKEN = "abc123"\nnet user admin Hunter-22 /add\nNew-X -Password "Hunter-22"\n',
        's.ps1',
      ),
      findings: [
        { message: 'written', at: '1:1', file: 's.ps1', data: { what: 'text of the SecureString' } },
        { message: 'written', at: '2:1', file: 's.ps1', data: { what: 'value of env:API_TOKEN' } },
        { message: 'written', at: '3:1', file: 's.ps1' },
        { message: 'written', at: '4:1', file: 's.ps1' },
      ],
    },
    {
      ...withScript('echo root:hunter2| chpasswd\nchpasswd <<EOF\nroot:hunter2\nEOF\n', 'tests/s.sh'),
      findings: [
        { message: 'written', at: '1:1', file: 'tests/s.sh', severity: 'low' },
        { message: 'written', at: '2:1', file: 'tests/s.sh', severity: 'low' },
      ],
    },
  ],
});
