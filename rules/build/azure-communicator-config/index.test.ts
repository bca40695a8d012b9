import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const arm = (...lines: readonly string[]) => inSource('azure-arm', 'vm_size = "Standard_D2s_v5"', ...lines);
const winrm = (...lines: readonly string[]) => arm('communicator = "winrm"', ...lines);

testRule(rule, {
  valid: [
    winrm('winrm_use_ssl = true', 'winrm_insecure = true', 'winrm_timeout = "15m"'),
    winrm('winrm_use_ssl = "true"', 'winrm_insecure = "true"'),
    winrm('winrm_use_ssl = var.tls'),
    winrm('skip_create_build_key_vault = true'),
    { name: 'Windows with OpenSSH', code: arm('communicator = "ssh"', 'os_type = "Windows"') },
    arm('communicator = var.communicator'),
    inSource('qemu', 'communicator = "winrm"'),
  ],
  invalid: [
    {
      code: winrm('winrm_username = "packer"'),
      findings: [found('3:3', 'winrm-without-tls')],
      fixed: winrm('winrm_use_ssl = true', 'winrm_insecure = true', 'winrm_username = "packer"'),
    },
    {
      code: winrm('winrm_use_ssl = false', 'winrm_timeout = "5m"'),
      findings: [found('4:3', 'winrm-without-tls'), found('5:19', 'winrm-timeout', { severity: 'low' })],
    },
    {
      code: winrm('winrm_use_ssl = true'),
      findings: [found('3:3', 'winrm-certificate')],
      fixed: winrm('winrm_insecure = true', 'winrm_use_ssl = true'),
    },
    {
      code: inSource('azure-arm', 'os_type = "Linux"'),
      findings: [
        found('1:25', 'communicator-missing', { severity: 'medium' }),
        found('1:25', 'size-missing', { severity: 'medium' }),
      ],
    },
  ],
});
