import type { Fault } from '../fault.ts';
import { ansibleProvisioner, playbook } from '../templates/ansible.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A task that fails fails again on the same machine. */
export const fault: Fault = {
  name: 'ansible-task-failed',
  what: 'a task of the playbook ends with 3',
  cause: 'config-management-failed',
  needs: ['guest', 'program:ansible-playbook'],
  packers: 'built-in',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest }) => ({
    files: {
      'site.yml': playbook('echo no such flavour; exit 3'),
      'guest.pkr.hcl': qemuBuild({ guest, provisioners: ansibleProvisioner() }),
    },
  }),
};
