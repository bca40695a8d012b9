import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const linux = ['linux_options {', '  host_name = "n"', '  domain = "example.org"', '}'];
const network = (...lines: readonly string[]) => [
  'network_interface {',
  ...lines.map((line) => `  ${line}`),
  '}',
];
const customize = (inner: readonly string[], ...outer: readonly string[]) =>
  inSource('vsphere-clone', 'customize {', ...inner.map((line) => `  ${line}`), '}', ...outer);

testRule(rule, {
  valid: [
    customize([
      ...linux,
      'ipv4_gateway = "10.0.0.1"',
      ...network('ipv4_address = "10.0.0.5"', 'ipv4_netmask = 24'),
    ]),
    { name: 'DHCP', code: customize([...linux, 'network_interface {}']) },
    customize([
      ...linux,
      'ipv4_gateway = "10.0.1.1"',
      ...network('ipv4_address = var.ip', 'ipv4_netmask = 24'),
    ]),
    customize([
      'windows_options {',
      '  computer_name = "w"',
      '}',
      'dynamic "network_interface" {',
      '  for_each = var.n',
      '  content {}',
      '}',
    ]),
    customize(
      ['windows_sysprep_text = file("x.xml")', 'network_interface {}'],
      'ip_wait_address = "10.0.0.0/24"',
    ),
    inSource('vsphere-clone', 'mac_address = "00:11"', 'network = "n"'),
  ],
  invalid: [
    {
      code: customize([
        'linux_options {',
        '  host_name = "n"',
        '}',
        'ipv4_gateway = "10.0.1.1"',
        ...network('ipv4_address = "10.0.0.5"', 'ipv4_netmask = 24'),
      ]),
      findings: [
        found('3:20', 'names-missing', { data: { block: 'linux_options', missing: '"domain"' } }),
        found('6:20', 'gateway-outside', { data: { gateway: '10.0.1.1' } }),
      ],
    },
    {
      name: 'the gateway is a variable',
      code: `variable "gateway" {\n  default = "192.168.0.1"\n}\n${customize([...linux, 'ipv4_gateway = var.gateway', ...network('ipv4_address = "10.0.0.5"', 'ipv4_netmask = 8')])}`,
      findings: [found('10:20', 'gateway-outside')],
    },
    {
      code: customize(['timezone = "UTC"']),
      findings: [found('2:14', 'interface-missing'), found('2:14', 'system-missing')],
    },
    {
      code: customize([
        ...linux,
        'windows_options {}',
        'windows_sysprep_file = "x.xml"',
        'network_interface {}',
      ]),
      findings: [
        found('7:5', 'system-several'),
        found('7:22', 'names-missing'),
        found('8:5', 'system-several'),
        found('8:5', 'sysprep-file', { severity: 'low' }),
      ],
    },
    {
      code: customize(
        [...linux, ...network('ipv4_address = "10.0.0.5"')],
        'network_adapters {}',
        'network_adapters {}',
      ),
      findings: [
        found('2:14', 'interface-count', { data: { interfaces: 1, adapters: 2 } }),
        found('8:7', 'netmask-missing'),
      ],
    },
    {
      code: inSource('vsphere-clone', 'mac_address = "00:11"', 'ip_wait_address = "10.0.0.5"'),
      findings: [found('2:3', 'mac-without-network'), found('3:21', 'wait-address')],
    },
  ],
});
