import type { Fault } from '../fault.ts';
import { ansibleProvisioner } from '../templates/ansible.ts';
import { nullBuild } from '../templates/null-build.ts';

/** Ansible reads the playbook before a machine is started for it. */
export const fault: Fault = {
  name: 'ansible-playbook-unreadable',
  what: 'the playbook is no valid YAML',
  cause: 'config-management-failed',
  needs: ['program:ansible-playbook'],
  packers: 'built-in',
  expects: {
    refusedBy: 'ansible/playbook',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  inject: () => ({
    files: {
      'site.yml': '- hosts: all\n  tasks:\n    - name: The only task\n       raw: "true"\n',
      'null.pkr.hcl': nullBuild('true').replace(/}\s*$/, `${ansibleProvisioner()}\n}\n`),
    },
  }),
};
