import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (source: string, inline: string, type = 'proxmox-iso') =>
  `source "${type}" "u" {\n  ${source}\n}\nbuild {\n  sources = ["source.${type}.u"]\n  provisioner "shell" {\n    inline = [${inline}]\n  }\n}\n`;

testRule(rule, {
  valid: [
    build('cloud_init = true', '"cloud-init clean --logs"'),
    build('cloud_init = true', '"rm -rf /var/lib/cloud/*"'),
    build('cloud_init = true', '"bash /tmp/clean.sh"'),
    build('cloud_init = false', '"true"'),
    build('ssh_username = "root"', '"apt-get -y upgrade"'),
    build('boot_command = ["autoinstall"]', '"rm -f /etc/cloud/cloud.cfg.d/99-installer.cfg"', 'vsphere-iso'),
    { name: 'Azure', code: build('cloud_init = true', '"true"', 'azure-arm') },
    { name: 'unknown', code: `variable "c" { type = bool }\n${build('cloud_init = var.c', '"true"')}` },
    {
      name: 'a box',
      code: build('boot_command = ["autoinstall"]', '"true"', 'qemu').replace(
        /}\n$/,
        '  post-processor "vagrant" {}\n}\n',
      ),
    },
  ],
  invalid: [
    {
      code: build('cloud_init = true', '"truncate -s 0 /etc/machine-id"'),
      findings: [
        {
          message: 'kept',
          at: '1:1',
          data: { type: 'proxmox-iso', name: 'u', reason: 'it gets a drive for cloud-init' },
        },
      ],
    },
    {
      code: build(
        'boot_command = ["c<wait>linux /casper/vmlinuz autoinstall<enter>"]',
        '"true"',
        'vsphere-iso',
      ),
      findings: [{ message: 'kept', at: '1:1' }],
    },
    {
      code: build('ssh_username = "root"', '"apt-get install -y vim cloud-init"', 'qemu'),
      findings: [{ message: 'kept', at: '1:1' }],
    },
    {
      code: build(
        'disk_image = true\n  iso_url = "https://x/noble-server-cloudimg-amd64.img"',
        '"true"',
        'qemu',
      ),
      findings: [{ message: 'kept', at: '1:1' }],
    },
  ],
});
