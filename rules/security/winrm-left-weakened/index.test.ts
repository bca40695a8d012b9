import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (...provisioners: readonly string[]) =>
  `source "vsphere-iso" "x" {\n  floppy_files = ["a.xml", "winrm.ps1"]\n}\nbuild {\n  sources = ["source.vsphere-iso.x"]\n${provisioners.map((one) => `  ${one}\n`).join('')}}\n`;
const step = (type: string, ...commands: readonly string[]) =>
  `provisioner "${type}" { inline = ${JSON.stringify(commands)} }`;
const weak = 'winrm set winrm/config/service @{AllowUnencrypted="true"}';

testRule(rule, {
  valid: [
    build(
      step('windows-shell', weak),
      step('windows-shell', 'winrm set winrm/config/service @{AllowUnencrypted="false"}'),
    ),
    build(
      step('powershell', 'Set-Item WSMan:\\localhost\\Service\\Auth\\Basic -Value $true'),
      step('powershell', 'Set-Service -Name WinRM -StartupType Disabled'),
    ),
    build(
      step(
        'powershell',
        'Enable-PSRemoting -Force',
        'winrm quickconfig -q',
        'Set-Item WSMan:\\localhost\\Service\\AllowUnencrypted -Value $false',
      ),
    ),
    {
      name: 'an answer file whose settings are taken back',
      code: build(step('windows-shell', 'winrm set winrm/config/service/auth @{Basic="false"}')),
      files: {
        'a.xml':
          '<CommandLine>cmd.exe /c winrm set winrm/config/service/auth @{Basic=&quot;true&quot;}</CommandLine>\n',
      },
    },
    {
      name: 'a source that no build uses',
      code: 'source "qemu" "x" {\n  floppy_files = ["winrm.ps1"]\n}\n',
      files: { 'winrm.ps1': `${weak}\n` },
    },
  ],
  invalid: [
    {
      code: build(step('windows-shell', 'dir', weak)),
      findings: [
        { message: 'left', at: '6:51', data: { setting: 'unencrypted messages' }, severity: 'medium' },
      ],
    },
    {
      name: 'taken back before it is set, and other settings',
      code: build(
        step('powershell', 'Set-Item WSMan:\\localhost\\Service\\Auth\\Basic -Value $false'),
        'provisioner "powershell" { script = "s.ps1" }',
      ),
      files: {
        's.ps1':
          'Set-Item WSMan:\\localhost\\Service\\Auth\\Basic -Value $true\nSet-Item WSMan:\\localhost\\Client\\TrustedHosts -Value "*"\nNew-ItemProperty -Path HKLM:\\x -Name LocalAccountTokenFilterPolicy -Value 1\nEnable-PSRemoting -SkipNetworkProfileCheck -Force\n',
      },
      findings: [
        { message: 'left', at: '1:1', file: 's.ps1', data: { setting: 'Basic authentication' } },
        { message: 'left', at: '2:1', file: 's.ps1' },
        { message: 'left', at: '3:1', file: 's.ps1' },
        { message: 'left', at: '4:1', file: 's.ps1' },
      ],
    },
    {
      name: 'answer files, with steps that nobody can read',
      code: build('provisioner "ansible" { playbook_file = "p.yml" }'),
      files: {
        'a.xml':
          '<a>\n  <CommandLine>cmd.exe /c winrm set winrm/config/service/auth @{Basic=&quot;true&quot;}</CommandLine>\n</a>\n',
        'winrm.ps1': `${weak}\n`,
      },
      findings: [
        { message: 'left', at: '2:3', file: 'a.xml', severity: 'low' },
        { message: 'left', at: '1:1', file: 'winrm.ps1', severity: 'low' },
      ],
    },
  ],
});
