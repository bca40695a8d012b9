import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const clone = (...lines: readonly string[]) =>
  inSource('proxmox-clone', 'clone_vm_id = 9000', 'task_timeout = "10m"', ...lines);
const adapter = ['network_adapters {', '  bridge = "vmbr0"', '}'];
const address = (...lines: readonly string[]) => ['ipconfig {', ...lines.map((line) => `  ${line}`), '}'];

testRule(rule, {
  valid: [
    clone(
      'nameserver = "1.1.1.1 8.8.8.8"',
      ...adapter,
      ...address('ip = "10.0.0.5/24"', 'gateway = "10.0.0.1"'),
    ),
    clone(...adapter, ...address('ip = "dhcp"', 'ip6 = "auto"'), 'clone_vm = null'),
    clone(...adapter, ...address('ip6 = "2001:db8::5/64"', 'gateway6 = "2001:db8::1"')),
    { name: 'a linked clone', code: inSource('proxmox-clone', 'clone_vm = "tpl"', 'full_clone = false') },
    inSource('proxmox-clone', 'clone_vm = var.template', 'clone_vm_id = var.id', 'full_clone = var.full'),
    inSource('proxmox-iso', 'nameserver = "a,b"'),
  ],
  invalid: [
    {
      code: clone('clone_vm = "tpl"', 'nameserver = "1.1.1.1,8.8.8.8"'),
      findings: [found('2:3', 'origin-twice'), found('5:16', 'nameserver')],
      fixed: clone('clone_vm = "tpl"', 'nameserver = "1.1.1.1 8.8.8.8"'),
    },
    { code: clone('nameserver = "dns.example.org"'), findings: [found('4:16', 'nameserver')] },
    {
      code: inSource('proxmox-clone', 'node = "n"'),
      findings: [found('1:29', 'origin-missing'), found('1:29', 'short-timeout', { severity: 'low' })],
    },
    {
      code: inSource('proxmox-clone', 'clone_vm_id = 99', 'full_clone = true', 'task_timeout = "30s"'),
      findings: [found('2:17', 'id-range'), found('4:3', 'short-timeout')],
    },
    {
      name: 'the address is a variable',
      code: `variable "ip" {\n  default = "10.0.0.5"\n}\n${clone(...adapter, ...address('ip = var.ip', 'gateway = "10.0.0.1/24"'))}`,
      findings: [found('11:10', 'address'), found('12:15', 'gateway')],
    },
    {
      code: clone(...address('ip = "dhcp"')),
      findings: [found('4:3', 'adapter-missing', { data: { configs: 1, adapters: 0 } })],
    },
  ],
});
