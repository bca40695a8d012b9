import { localSsh } from '../doubles/local-ssh.ts';
import type { Fault } from '../fault.ts';
import { playbook } from '../templates/ansible.ts';

/** Algorithms that OpenSSH refuses are never allowed again without a person. */
export const fault: Fault = {
  name: 'ansible-host-key-algorithm',
  what: 'Packer shows Ansible a host key of a kind that OpenSSH refuses',
  cause: 'ansible-connection-failed',
  needs: ['program:ansible-playbook', 'program:/usr/sbin/sshd', 'root'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject(ctx) {
    const door = await localSsh(ctx);
    return {
      files: {
        'site.yml': playbook('true'),
        'null.pkr.hcl': door.build(
          '  provisioner "ansible" {\n    playbook_file = "site.yml"\n    user = "root"\n  }',
        ),
      },
    };
  },
};
