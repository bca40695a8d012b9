import { join } from 'node:path';
import { pathWithout } from '../doubles/path-without.ts';
import type { Fault } from '../fault.ts';
import { ansibleProvisioner, playbook } from '../templates/ansible.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What is missing is said before the build begins, and not installed without being asked. */
export const fault: Fault = {
  name: 'ansible-missing',
  what: 'Ansible is not installed on the build host',
  cause: 'provisioner-tool-missing',
  needs: ['guest'],
  packers: 'built-in',
  expects: {
    refusedBy: 'toolchain/ansible-playbook',
    action: 'none',
    outcome: 'escalated',
    exitCode: 1,
    attempts: 0,
  },
  async inject({ guest, outside, packer }) {
    return {
      files: {
        'site.yml': playbook('true'),
        'guest.pkr.hcl': qemuBuild({ guest, provisioners: ansibleProvisioner() }),
      },
      env: { PATH: await pathWithout(/^ansible/, { folder: join(outside, 'bin'), packer }) },
    };
  },
};
