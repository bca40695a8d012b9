import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const azure = ['azure-arm', 'os_type = "Linux"\n  image_publisher = "Canonical"'] as const;
const step = (inline: string, more = '') => `  provisioner "shell" {\n    inline = [${inline}]${more}\n  }\n`;
const build = ([type, source]: readonly [string, string], steps: string) =>
  `source "${type}" "u" {\n  ${source}\n}\nbuild {\n  sources = ["source.${type}.u"]\n${steps}}\n`;
const apt = step('"sudo apt-get update"');

testRule(rule, {
  valid: [
    build(azure, step('"cloud-init status --wait || test $? -eq 2", "sudo apt-get update"')),
    build(azure, step('"while [ ! -f /var/lib/cloud/instance/boot-finished ]; do sleep 1; done"') + apt),
    build(azure, step('"sudo apt-get -o DPkg::Lock::Timeout=60 update"')),
    build(azure, step('"reboot"', '\n    expect_disconnect = true') + apt),
    build(azure, step('"apt-get update"', '\n    pause_before = "1m"')),
    build(azure, step('"echo hello"')),
    { name: 'Windows', code: build(['azure-arm', 'os_type = "Windows"\n  image_publisher = "X"'], apt) },
    {
      name: 'an installation without cloud-init',
      code: build(['proxmox-iso', 'boot_command = ["auto preseed"]'], apt),
    },
    {
      name: 'another tool comes first',
      code: build(azure, `  provisioner "ansible" {\n    playbook_file = "x.yml"\n  }\n${apt}`),
    },
    {
      name: 'a script that cannot be read',
      code: build(azure, `  provisioner "shell" {\n    script = "none.sh"\n  }\n${apt}`),
    },
  ],
  invalid: [
    {
      code: build(azure, step('"sudo apt-get update", "sudo apt-get install -y nginx"')),
      findings: [
        { message: 'race', at: '8:16', data: { type: 'azure-arm', name: 'u', command: 'apt-get update' } },
      ],
    },
    {
      name: 'behind uploads and local steps',
      code: build(
        ['proxmox-clone', 'cloud_init = true'],
        `  provisioner "shell-local" {\n    inline = ["sleep 100"]\n  }\n  provisioner "file" {\n    source = "x"\n  }\n${step('"dnf -y update"')}`,
      ),
      findings: [{ message: 'race', at: '13:16' }],
    },
    {
      code: build(['qemu', 'disk_image = true\n  iso_url = "https://x/debian-12-genericcloud.qcow2"'], apt),
      findings: [{ message: 'race', at: '8:16' }],
    },
    {
      code: build(['vsphere-iso', 'boot_command = ["autoinstall ds=nocloud"]'], apt),
      findings: [{ message: 'race', at: '7:16' }],
    },
    {
      code: build(['vsphere-clone', 'template = "noble-cloudimg"'], apt),
      findings: [{ message: 'race', at: '7:16' }],
    },
  ],
});
