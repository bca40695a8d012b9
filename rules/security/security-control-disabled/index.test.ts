import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (...provisioners: readonly string[]) =>
  `source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n${provisioners.map((one) => `  ${one}\n`).join('')}}\n`;
const step = (type: string, ...commands: readonly string[]) =>
  `provisioner "${type}" { inline = ${JSON.stringify(commands)} }`;

testRule(rule, {
  valid: [
    build(
      step(
        'powershell',
        'New-NetFirewallRule -DisplayName w -LocalPort 5986 -Action Allow',
        'Get-MpPreference',
      ),
    ),
    build(step('shell', 'setenforce 0', 'run'), step('shell', 'setenforce 1')),
    build(
      step('shell', 'swapoff -a', 'systemctl disable apt-daily.timer', 'echo SELINUX=disabled', 'getenforce'),
    ),
    build(step('windows-shell', 'bcdedit /set TESTSIGNING ON', 'bcdedit /set testsigning off')),
    build(step('shell-local', 'ufw disable')),
    build(step('shell', "sed -i 's/SELINUX=disabled/SELINUX=enforcing/' /etc/selinux/config")),
  ],
  invalid: [
    {
      code: build(
        step(
          'powershell',
          'netsh advfirewall set allprofiles state off',
          'Set-MpPreference -DisableRealtimeMonitoring $true',
        ),
      ),
      findings: [
        { message: 'lowered', at: '4:41', data: { control: 'The Windows firewall' }, severity: 'medium' },
        { message: 'lowered', at: '4:87', data: { control: 'Microsoft Defender' } },
      ],
    },
    {
      code: build(
        step(
          'shell',
          'setenforce 1',
          'sudo setenforce 0',
          'systemctl disable --now firewalld',
          'ufw disable',
        ),
      ),
      findings: [
        { message: 'lowered', at: '4:51', data: { control: 'SELinux' } },
        { message: 'lowered', at: '4:71' },
        { message: 'lowered', at: '4:107' },
      ],
    },
    {
      name: 'in a script, before steps that nobody can read',
      code: build(
        'provisioner "shell" { script = "s.sh" }',
        'provisioner "ansible" { playbook_file = "p.yml" }',
      ),
      files: {
        's.sh':
          'cat > /etc/selinux/config <<EOF\nSELINUX=permissive\nEOF\nupdate-crypto-policies --set LEGACY\nreg add HKLM\\\\x /v EnableLUA /t REG_DWORD /d 0 /f\n',
      },
      findings: [
        { message: 'lowered', at: '1:1', file: 's.sh', severity: 'low' },
        { message: 'lowered', at: '4:1', file: 's.sh', severity: 'low' },
        { message: 'lowered', at: '5:1', file: 's.sh', severity: 'low' },
      ],
    },
  ],
});
