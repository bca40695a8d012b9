import { join } from 'node:path';
import { pathWithout } from '../doubles/path-without.ts';
import type { Fault } from '../fault.ts';
import { ansibleProvisioner, playbook } from '../templates/ansible.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What no check has looked at is still told by the build. */
export const fault: Fault = {
  name: 'ansible-missing-unseen',
  what: 'Ansible is not installed on the build host, and the checks are off',
  cause: 'provisioner-tool-missing',
  needs: ['guest'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject({ guest, outside, packer }) {
    return {
      files: {
        'site.yml': playbook('true'),
        'guest.pkr.hcl': qemuBuild({ guest, provisioners: ansibleProvisioner() }),
      },
      config: { policy: { gate: 'none' } },
      env: { PATH: await pathWithout(/^ansible/, { folder: join(outside, 'bin'), packer }) },
    };
  },
};
