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
      'curl -fsSL --cacert /tmp/ca.pem https://internal/a -o /tmp/k',
      'rpm --import k && dnf install -y x',
    ),
    inline(
      'curl -k https://localhost:8443/',
      'curl --insecure 127.0.0.1',
      'wget --no-check-certificate http://169.254.169.254/x',
    ),
    inline(
      'tar -k x',
      'kubectl -k .',
      'sort -k 2',
      'apt-key add k',
      'curl -o -k https://x',
      'curl -okube https://x',
      'grep gpgcheck=0 x',
    ),
    withScript('# curl -k https://x\ncat > doc <<EOF\ncurl -k https://x\nEOF\n'),
    'variable "opt" {}\nsource "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  provisioner "shell" {\n    inline = var.opt\n  }\n}\n',
  ],
  invalid: [
    {
      code: inline('curl -k https://internal/a.rpm -o /tmp/a.rpm', 'yum install -y --nogpgcheck /tmp/a.rpm'),
      findings: [
        { message: 'connection', at: '5:21', data: { option: '-k', program: 'curl' } },
        { message: 'signature', at: '5:78', data: { option: '--nogpgcheck', program: 'yum' } },
      ],
      fixed: inline('curl https://internal/a.rpm -o /tmp/a.rpm', 'yum install -y /tmp/a.rpm'),
    },
    {
      name: 'in scripts, behind sudo, in substitutions, with settings',
      ...withScript(
        'sudo curl -fsSLk "$U" | tar x\nx=$(wget --no-check-certificate -qO- $U)\ngit -c http.sslVerify=false clone u\nnpm config set strict-ssl false\napt-get install --allow-unauthenticated x\necho "deb [trusted=yes] http://x y z" | sudo tee /etc/apt/sources.list.d/x.list\ncat > /etc/yum.repos.d/x.repo <<EOF\n[x]\ngpgcheck=0\nEOF\nexport NODE_TLS_REJECT_UNAUTHORIZED=0\n',
      ),
      findings: [
        { message: 'connection', at: '1:11', file: 's.sh' },
        { message: 'connection', at: '2:10', file: 's.sh' },
        { message: 'connection', at: '3:8', file: 's.sh' },
        { message: 'connection', at: '4:1', file: 's.sh' },
        { message: 'signature', at: '5:17', file: 's.sh' },
        {
          message: 'signature',
          at: '6:41',
          file: 's.sh',
          data: { option: '[trusted=yes]', program: 'later commands' },
        },
        { message: 'signature', at: '7:1', file: 's.sh' },
        { message: 'connection', at: '11:1', file: 's.sh' },
      ],
    },
    {
      name: 'checked afterwards',
      ...withScript('curl -k https://x/a.tgz -o /tmp/a.tgz\necho "abc  /tmp/a.tgz" | sha256sum -c -\n'),
      findings: [{ message: 'verified', at: '1:6', file: 's.sh', severity: 'low' }],
    },
    {
      name: 'PowerShell',
      ...withScript(
        '[System.Net.ServicePointManager]::ServerCertificateValidationCallback = {$true}\nInvoke-WebRequest $u -SkipCertificateCheck\n',
        's.ps1',
      ),
      findings: [
        { message: 'connection', at: '1:1', file: 's.ps1' },
        { message: 'connection', at: '2:22', file: 's.ps1' },
      ],
    },
  ],
});
