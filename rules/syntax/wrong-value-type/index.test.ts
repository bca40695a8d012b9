// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const shell = (line: string) => `build {\n  provisioner "shell" {\n    ${line}\n  }\n}\n`;

testRule(rule, {
  valid: [
    shell('inline = ["a", "b"]'),
    shell('inline = null'),
    shell('inline = concat(["a"], var.more)'),
    shell('inline = var.given ? ["a"] : null'),
    shell('inline = [for one in var.all : "echo ${one}"]'),
    shell('pause_before = 10'),
    {
      name: 'conversions that HCL makes',
      code: 'source "proxmox-iso" "x" {\n  memory = "2048"\n  vm_id = var.id\n  os = 1\n  qemu_agent = "true"\n  node = ""\n}\nvariable "id" {\n  type = string\n}\n',
    },
    {
      name: 'lists of lists',
      code: 'source "qemu" "x" {\n  qemuargs = [["-m", "2048"]]\n}\n',
    },
    { name: 'an unknown plugin', code: 'source "acme-x" "x" {\n  inline = "a"\n}\n' },
    {
      name: 'JSON blocks',
      file: 'x.pkr.json',
      code: '{"source": {"proxmox-iso": {"x": {"disks": [{"type": "scsi"}]}}}}',
    },
    {
      name: "Packer's older form, which converts freely",
      file: 'x.json',
      code: '{"builders": [{"type": "qemu", "boot_command": "a", "cpus": "{{user `c`}}"}]}',
    },
  ],
  invalid: [
    {
      code: shell('inline = "true"'),
      findings: [
        { message: 'type', at: '3:14', data: { name: 'inline', expected: 'a list', found: 'a string' } },
      ],
      fixed: shell('inline = ["true"]'),
    },
    {
      code: shell('only = "qemu.x"'),
      findings: [{ message: 'type', at: '3:12' }],
      fixed: shell('only = ["qemu.x"]'),
    },
    {
      name: 'one side of a condition, a local, a variable by its type, a function',
      code: 'variable "fast" {}\nvariable "text" {\n  type = string\n}\nlocals {\n  steps = var.fast ? ["a"] : "b"\n}\nbuild {\n  provisioner "shell" {\n    scripts = var.fast ? ["a"] : "b"\n    inline = local.steps\n    valid_exit_codes = var.text\n    environment_vars = { A = "b" }\n    env = ["A=b"]\n    script = split(",", "a,b")\n  }\n}\n',
      findings: [
        { message: 'branch', at: '10:34' },
        { message: 'branch', at: '11:14' },
        { message: 'type', at: '12:24' },
        {
          message: 'type',
          at: '13:24',
          data: { name: 'environment_vars', expected: 'a list', found: 'a map' },
        },
        { message: 'type', at: '14:11' },
        { message: 'type', at: '15:14' },
      ],
    },
    {
      code: 'locals {\n  seed = { "user-data" = "x" }\n}\nsource "proxmox-iso" "x" {\n  additional_iso_files {\n    cd_files = local.seed\n  }\n}\n',
      findings: [{ message: 'content', at: '6:16', data: { name: 'cd_files', other: 'cd_content' } }],
    },
    {
      code: 'source "qemu" "x" {\n  qemuargs = ["-m", "2048"]\n  headless = "yes"\n  cpus = "two"\n  memory = true\n  iso_url = ["a"]\n}\n',
      findings: [
        {
          message: 'type',
          at: '2:14',
          data: { name: 'qemuargs', expected: 'a list of lists', found: 'a flat list' },
        },
        { message: 'type', at: '3:14' },
        { message: 'type', at: '4:10' },
        { message: 'type', at: '5:12' },
        { message: 'type', at: '6:13' },
      ],
    },
  ],
});
