import type { Fault } from '../fault.ts';
import { ansibleProvisioner, playbook } from '../templates/ansible.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** How Ansible reaches the guest is said by the template, and corrected there. */
export const fault: Fault = {
  name: 'ansible-unreachable',
  what: 'Ansible is told a port on which nobody listens',
  cause: 'ansible-connection-failed',
  needs: ['guest', 'program:ansible-playbook'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'site.yml': playbook('true'),
      'guest.pkr.hcl': qemuBuild({ guest, provisioners: ansibleProvisioner('-e', 'ansible_port=9') }),
    },
  }),
};
