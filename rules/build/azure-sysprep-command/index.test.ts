import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const build = (kind: string, source: string, ...inline: readonly string[]) =>
  `${inSource(source, 'vm_size = "x"')}build {\n  sources = ["${source}.x"]\n  provisioner "${kind}" {\n    inline = [\n${inline.map((line) => `      ${JSON.stringify(line)},\n`).join('')}    ]\n  }\n}\n`;
const azure = (...inline: readonly string[]) => build('powershell', 'azure-arm', ...inline);
const shell = (...inline: readonly string[]) => build('shell', 'azure-arm', ...inline);
const agents = "while ((Get-Service RdAgent).Status -ne 'Running') { Start-Sleep -s 5 }";
const call = '& $env:SystemRoot\\System32\\Sysprep\\Sysprep.exe /oobe /generalize /quiet /quit /mode:vm';
const loop = "while($true) { if((Get-X).ImageState -eq 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE') { break } }";
const inFile = (script: string) => ({
  code: `${inSource('azure-arm', 'vm_size = "x"')}build {\n  sources = ["azure-arm.x"]\n  provisioner "powershell" {\n    script = "last.ps1"\n  }\n}\n`,
  files: { 'last.ps1': script },
});

testRule(rule, {
  valid: [
    azure(agents, call, loop),
    {
      name: 'other platforms stop by themselves',
      code: build('powershell', 'proxmox-iso', 'sysprep.exe /oobe /generalize /shutdown'),
    },
    { name: 'the loop is in another file', code: azure(agents, call, '& C:\\wait.ps1') },
    inFile(`${agents}\n${call}\n${loop}\n`),
    azure('if (Test-Path $Env:SystemRoot\\system32\\Sysprep\\unattend.xml) { rm $Env:SystemRoot\\x }'),
    shell('/usr/sbin/waagent -force -deprovision+user && sync'),
    shell('sudo waagent --deprovision+user --force'),
    {
      name: 'the user is removed by hand',
      code: shell('waagent -force -deprovision && userdel -f -r packer'),
    },
  ],
  invalid: [
    {
      code: azure(
        agents,
        '& C:\\Windows\\System32\\Sysprep\\Sysprep.exe /oobe /generalize /shutdown /quiet /mode:vm',
      ),
      findings: [found('9:8', 'shutdown', { data: { option: '/shutdown' } })],
    },
    {
      code: azure('sysprep.exe /oobe /quit'),
      findings: [
        found('8:8', 'option', { data: { option: '/generalize' } }),
        found('8:8', 'mode-vm', { severity: 'low' }),
        found('8:8', 'no-wait'),
        found('8:8', 'agent-wait', { severity: 'low' }),
      ],
    },
    { ...inFile(`${agents}\n${call}\n`), findings: [found('2:1', 'no-wait', { file: 'last.ps1' })] },
    {
      code: azure('rm $Env:SystemRoot\\windows\\system32\\Sysprep\\unattend.xml'),
      findings: [
        found('8:8', 'system-root', {
          data: { path: '$Env:SystemRoot\\windows\\system32\\Sysprep\\unattend.xml' },
        }),
      ],
    },
    {
      code: shell('sudo waagent -deprovision'),
      findings: [found('8:8', 'not-forced'), found('8:8', 'user-kept')],
    },
  ],
});
