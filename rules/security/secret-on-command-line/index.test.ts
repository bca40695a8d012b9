// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const start =
  'variable "pw" {\n  sensitive = true\n}\nvariable "api_token" {}\nvariable "build_username" {\n  sensitive = true\n}\nsource "null" "x" {}\n';
const build = (body: string) => `${start}build {\n  sources = ["source.null.x"]\n  ${body}\n}\n`;

testRule(rule, {
  valid: [
    build(
      'provisioner "shell" {\n    environment_vars = ["PW=${var.pw}"]\n    inline = ["echo $PW ${var.build_username}"]\n  }',
    ),
    build(
      'provisioner "ansible" {\n    extra_arguments = ["-e", "@secrets.json", "-e", "user=${var.build_username}"]\n    ansible_env_vars = ["T=${var.api_token}"]\n  }',
    ),
    {
      name: 'a public key that is marked as sensitive',
      code: `variable "build_key" {\n  description = "The public key to log in with."\n  sensitive   = true\n}\n${build('provisioner "ansible" {\n    extra_arguments = ["-e", "key=${var.build_key}"]\n  }')}`,
    },
    `${start}source "qemu" "y" {\n  boot_command = ["\${var.pw}<enter>"]\n  ssh_password = var.pw\n}\n`,
  ],
  invalid: [
    {
      code: build(
        'provisioner "windows-shell" {\n    inline = ["dir", "net user installer ${var.pw} /add"]\n  }',
      ),
      findings: [{ message: 'command', at: '12:22', data: { name: 'pw', attribute: 'inline' } }],
    },
    {
      name: 'to sudo, in a provisioner and in a source',
      code: `${start}source "qemu" "y" {\n  shutdown_command = "echo '\${var.pw}' | sudo -S shutdown -P now"\n}\nbuild {\n  sources = ["source.qemu.y"]\n  provisioner "shell" {\n    execute_command = "echo '\${var.pw}' | {{ .Vars }} sudo -E -S sh '{{ .Path }}'"\n  }\n}\n`,
      findings: [
        { message: 'piped', at: '10:22', severity: 'low' },
        { message: 'piped', at: '15:23', severity: 'low' },
      ],
    },
    {
      name: 'to Ansible, by name only, through a local',
      code: build(
        'provisioner "ansible" {\n    extra_arguments = ["-e", "t=${local.t}", "--extra-vars", "p=${var.pw}"]\n  }',
      ).replace('build {', 'locals {\n  t = "x-${var.api_token}"\n}\nbuild {'),
      findings: [
        { message: 'argument', at: '15:30', data: { name: 'api_token' } },
        { message: 'argument', at: '15:62', data: { name: 'pw' } },
      ],
    },
    {
      file: 'x.json',
      code: '{"variables": {"password": null}, "builders": [{"type": "qemu", "shutdown_command": "echo {{user `password`}} | sudo -S halt"}], "provisioners": [{"type": "shell", "inline": "x {{user `password`}}"}]}',
      findings: [
        { message: 'piped', at: '1:85', severity: 'low' },
        { message: 'command', at: '1:175', severity: 'medium' },
      ],
    },
  ],
});
