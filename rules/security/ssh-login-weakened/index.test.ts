import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (...provisioners: readonly string[]) =>
  `source "qemu" "x" {\n  cd_files = ["ks.cfg"]\n}\nbuild {\n  sources = ["source.qemu.x"]\n${provisioners.map((one) => `  ${one}\n`).join('')}}\n`;
const step = (...commands: readonly string[]) =>
  `provisioner "shell" { inline = ${JSON.stringify(commands)} }`;
const sudo = "echo 'packer ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/packer";

testRule(rule, {
  valid: [
    build(
      step(
        "sed -i 's/^PermitRootLogin.*/PermitRootLogin prohibit-password/' /etc/ssh/sshd_config",
        'rm -f /etc/sudoers.d/packer',
      ),
    ),
    build(step(sudo), step('rm -rf /etc/sudoers.d/*')),
    build(
      step("echo 'PermitRootLogin yes' >> /etc/ssh/sshd_config"),
      step("sed -i 's/PermitRootLogin yes/PermitRootLogin no/' /etc/ssh/sshd_config"),
    ),
    build(step(sudo, 'userdel -r packer')),
    build(
      step(
        "grep 'PermitRootLogin yes' /etc/ssh/sshd_config",
        "echo '#PermitRootLogin yes' >> /etc/ssh/sshd_config",
      ),
    ),
    {
      name: 'an answer file whose sudoers file is deleted',
      code: build(step('rm -f /etc/sudoers.d/packer')),
      files: { 'ks.cfg': '%post\necho "packer ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/packer\n%end\n' },
    },
    {
      name: 'the default user of cloud-init',
      code: build(step('true')),
      files: { 'ks.cfg': 'system_info:\n  default_user:\n    sudo: ["ALL=(ALL) NOPASSWD:ALL"]\n' },
    },
    'source "qemu" "x" {\n  ssh_username = "root"\n  ssh_private_key_file = "k"\n}\nsource "qemu" "y" {\n  ssh_username = "packer"\n  ssh_password = "x"\n}\n',
  ],
  invalid: [
    {
      code: build(step("echo 'PermitRootLogin yes' >> /etc/ssh/sshd_config", sudo)),
      findings: [
        { message: 'left', at: '6:36', data: { setting: 'PermitRootLogin yes' }, severity: 'medium' },
        { message: 'left', at: '6:89', data: { setting: 'NOPASSWD:ALL in /etc/sudoers.d/packer' } },
      ],
    },
    {
      name: 'in a script and an answer file, for Vagrant, before Ansible',
      code: build(
        'provisioner "shell" { script = "s.sh" }',
        'provisioner "ansible" { playbook_file = "p.yml" }',
      ),
      files: {
        's.sh':
          "cat > /etc/sudoers.d/build <<EOF\nbuild ALL=(ALL) NOPASSWD: ALL\nEOF\nsed -i 's/#PasswordAuthentication no/PasswordAuthentication yes/' /etc/ssh/sshd_config\n",
        'ks.cfg': '%post\necho "packer ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers.d/packer\n%end\n',
      },
      findings: [
        { message: 'left', at: '2:1', file: 'ks.cfg', severity: 'low' },
        { message: 'left', at: '1:1', file: 's.sh', severity: 'low' },
        { message: 'left', at: '4:1', file: 's.sh', severity: 'low' },
      ],
    },
    {
      code: build(step("echo 'vagrant ALL=(ALL) NOPASSWD:ALL' | sudo tee /etc/sudoers.d/99_vagrant")),
      findings: [{ message: 'left', at: '6:76', severity: 'low' }],
    },
    {
      code: 'source "proxmox-iso" "x" {\n  ssh_username = "root"\n  ssh_password = "x"\n}\n',
      findings: [{ message: 'root', at: '2:3', severity: 'low' }],
    },
  ],
});
