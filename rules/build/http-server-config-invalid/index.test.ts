// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const boot = 'boot_command = ["url=http://{{ .HTTPIP }}:{{.HTTPPort}}/a"]';

testRule(rule, {
  valid: [
    inSource('qemu', boot, 'http_content = { "/a" = file("a"), "/${var.b}" = "c" }'),
    inSource(
      'qemu',
      boot,
      'http_directory = "http"',
      'http_port_min = 8000',
      'http_network_protocol = "tcp4"',
    ),
    inSource(
      'vsphere-iso',
      'http_content = var.h ? { "/a" = "b" } : null',
      'boot_command = var.h ? ["{{.HTTPIP}}"] : ["x"]',
    ),
    {
      name: 'what the build adds',
      code: `${inSource('qemu', boot)}build {\n  source "qemu.x" {\n    http_directory = "http"\n  }\n}\n`,
    },
    {
      name: 'a source that no build uses',
      code: `${inSource('qemu', boot)}build {\n  sources = ["null.y"]\n}\n`,
    },
    {
      name: 'an address in a file of variables',
      code: inSource('qemu', 'http_directory = "h"', 'boot_command = var.b'),
      files: { 'a.auto.pkrvars.hcl': 'b = ["{{.HTTPIP}}"]\n' },
    },
    `${inSource('qemu', 'http_directory = "h"')}build {\n  provisioner "shell" {\n    inline = ["curl \${build.PackerHTTPIP}"]\n  }\n}\n`,
    inSource('null', boot),
    {
      name: 'a script that uses the address',
      code: `${inSource('qemu', 'http_directory = "h"')}build {\n  sources = ["qemu.x"]\n  provisioner "shell" {\n    script = "a.sh"\n  }\n}\n`,
      files: { 'a.sh': 'curl "http://$PACKER_HTTP_ADDR/x"\n' },
    },
    {
      name: 'steps that nobody can look through',
      code: `${inSource('qemu', 'http_directory = "h"')}build {\n  sources = ["qemu.x"]\n  provisioner "ansible" {\n    playbook_file = "a.yml"\n  }\n}\n`,
    },
    {
      name: 'a boot command from a variable file that nobody named',
      code: `variable "b" {\n  default = null\n}\n${inSource('qemu', 'http_directory = "h"', 'boot_command = var.b')}`,
    },
  ],
  invalid: [
    { code: inSource('qemu', boot), findings: [found('2:3', 'missing', { severity: 'high' })] },
    {
      name: 'a boot command in a local, and one that a condition chooses',
      code: `locals {\n  boot = ["{{.HTTPIP}}"]\n}\n${inSource('proxmox-iso', 'boot_command = local.boot')}${inSource('qemu', 'boot_command = var.b ? ["{{ .HTTPIP }}"] : ["x"]', 'http_directory = ""')}`,
      findings: [found('5:3', 'missing'), found('8:3', 'missing')],
    },
    {
      code: inSource(
        'qemu',
        boot,
        'http_directory = "h"',
        'http_content = { "a" = "b", c = "d" }',
        'http_port_min = 9500',
        'http_interface = "eth0"',
        'http_bind_address = "1.2.3.4"',
        'http_network_protocol = "udp"',
      ),
      findings: [
        found('4:3', 'both'),
        found('4:20', 'key', { data: { key: '"a"' } }),
        found('4:31', 'key'),
        found('5:3', 'ports'),
        found('7:3', 'address'),
        found('8:27', 'protocol'),
      ],
      fixed: inSource(
        'qemu',
        boot,
        'http_directory = "h"',
        'http_content = { "/a" = "b", "/c" = "d" }',
        'http_port_min = 9500',
        'http_interface = "eth0"',
        'http_bind_address = "1.2.3.4"',
        'http_network_protocol = "udp"',
      ),
    },
    {
      code: inSource('qemu', 'http_directory = "h"', 'boot_command = ["<enter>"]'),
      findings: [found('2:3', 'unused', { severity: 'low', data: { name: 'http_directory' } })],
    },
    {
      code: `${inSource('qemu', boot, 'http_directory = "h"', 'shutdown_command = "curl {{.HTTPIP}}"')}build {\n  provisioner "shell" {\n    inline = ["curl {{ .HTTPIP }}"]\n  }\n}\n`,
      findings: [
        found('4:22', 'outside', { data: { placeholder: '{{.HTTPIP}}' } }),
        found('8:14', 'outside'),
      ],
    },
    {
      name: 'a script that does not use the address',
      code: `${inSource('qemu', 'http_directory = "h"')}build {\n  sources = ["qemu.x"]\n  provisioner "shell" {\n    scripts = ["a.sh"]\n  }\n}\n`,
      files: { 'a.sh': 'true\n' },
      findings: [found('2:3', 'unused')],
    },
  ],
});
