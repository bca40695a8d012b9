import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localSsh } from '../doubles/local-ssh.ts';
import type { Fault } from '../fault.ts';
import { playbook } from '../templates/ansible.ts';

const otherKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHRoZSBrZXkgb2Ygc29tZSBvdGhlciBtYWNoaW5lLi4uLg==';

/** A machine that shows another key may be another machine: host keys stay checked. */
export const fault: Fault = {
  name: 'ansible-host-key-changed',
  what: 'Ansible checks host keys and knows another one of the machine',
  cause: 'ansible-connection-failed',
  needs: ['program:ansible-playbook', 'program:/usr/sbin/sshd', 'root'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const known = join(ctx.outside, 'known_hosts');
    await writeFile(known, `* ${otherKey}\n`);
    const door = await localSsh(ctx);
    return {
      files: {
        'site.yml': playbook('true'),
        'null.pkr.hcl': door.build(`
  provisioner "ansible" {
    playbook_file    = "site.yml"
    user             = "root"
    use_proxy        = false
    ansible_env_vars = ["ANSIBLE_SSH_ARGS=-o StrictHostKeyChecking=yes -o UserKnownHostsFile=${known}"]
  }`),
      },
    };
  },
};
