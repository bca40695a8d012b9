import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

testRule(rule, {
  valid: [
    inSource('veertu-anka-vm-clone', 'source_vm_name = "a"'),
    inSource('proxmox-iso', 'ssh_username = "root"', 'ssh_password = var.pw'),
    inSource('qemu', 'communicator = "none"') +
      inSource('azure-arm', 'os_type = "Linux"') +
      inSource('docker', 'image = "a"'),
    inSource('qemu', 'communicator = var.c', 'ssh_username = var.c == "ssh" ? "root" : null'),
    `${inSource('qemu', 'ssh_username = var.user')}variable "user" {\n  default = ""\n}\n`,
    `${inSource('qemu')}build {\n  source "qemu.x" {\n    ssh_username = "root"\n  }\n}\n`,
    { name: 'a source that no build uses', code: `${inSource('qemu')}build {\n  sources = ["null.y"]\n}\n` },
    inSource(
      'qemu',
      'ssh_username = "root"',
      'ssh_private_key_file = "k"',
      'ssh_certificate_file = "c"',
      'ssh_bastion_host = "j"',
      'ssh_file_transfer_method = "sftp"',
      'ssh_local_tunnels = ["8080:localhost:80", "127.0.0.1:1:h:2", "1:[::1]:2", var.t]',
    ),
    inSource('azure-arm', 'communicator = "winrm"', 'winrm_username = "a"', 'winrm_password = "Abcdef1!"'),
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "qemu", "ssh_username": "{{env `SSH_USER`}}"}]}',
    },
  ],
  invalid: [
    {
      code: inSource('proxmox-iso', 'ssh_password = var.pw'),
      findings: [
        found('1:1', 'username', {
          severity: 'critical',
          data: { type: 'proxmox-iso', name: 'ssh_username' },
        }),
      ],
    },
    {
      code: inSource('vsphere-iso', 'communicator = "winrm"', 'ssh_username = "a"'),
      findings: [found('1:1', 'username', { data: { type: 'vsphere-iso', name: 'winrm_username' } })],
    },
    {
      name: 'a plugin that was not read in its code',
      code: inSource('hcloud', 'communicator = "ssh"'),
      findings: [found('1:1', 'username', { severity: 'medium' })],
    },
    {
      code: inSource(
        'qemu',
        'ssh_username = "a"',
        'ssh_certificate_file = "c"',
        'ssh_bastion_host = "j"',
        'ssh_proxy_host = "p"',
      ),
      findings: [found('3:3', 'certificate'), found('4:3', 'bastion'), found('5:3', 'proxy')],
    },
    {
      code: inSource(
        'qemu',
        'ssh_username = "a"',
        'ssh_file_transfer_method = "rsync"',
        'ssh_remote_tunnels = ["80:a", "x:y:z"]',
      ),
      findings: [
        found('3:30', 'transfer-method'),
        found('4:25', 'tunnel', { data: { entry: '"80:a"' } }),
        found('4:33', 'tunnel'),
      ],
    },
    {
      code: inSource(
        'azure-arm',
        'communicator = "winrm"',
        'winrm_username = "a"',
        'winrm_password = "short"',
      ),
      findings: [found('4:20', 'azure-password')],
    },
  ],
});
