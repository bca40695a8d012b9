import type { Fault } from '../fault.ts';
import { playbook } from '../templates/ansible.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A command that the template names itself is missed by Packer, which is asked before it builds. */
export const fault: Fault = {
  name: 'ansible-command-missing',
  what: 'the provisioner names a program for Ansible that is not there',
  cause: 'provisioner-tool-missing',
  needs: [],
  packers: 'built-in',
  expects: { refusedBy: 'packer/validate', action: 'none', outcome: 'escalated', exitCode: 1, attempts: 0 },
  inject: () => ({
    files: {
      'site.yml': playbook('true'),
      'null.pkr.hcl': nullBuild('true').replace(/}\s*$/, `${provisioner}\n}\n`),
    },
  }),
};

const provisioner = `
  provisioner "ansible" {
    playbook_file = "site.yml"
    command       = "ansible-playbook-2.9"
    user          = "root"
  }`;
