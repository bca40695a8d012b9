import { startVcenter } from '../../support/vcenter.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** Where no other password comes, none is sent. */
export const fault: Fault = {
  name: 'credential-program-fails',
  what: 'vCenter refuses the password, and the configured program for another one fails',
  cause: 'platform-auth-failed',
  needs: ['vcenter'],
  expects: { action: 'refresh-credentials', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  async inject({ vcenter }) {
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(await startVcenter(vcenter)) },
      config: {
        retry: { attempts: 1, wait: 0.2 },
        recovery: {
          credentials: { vsphere: { command: ['sh', '-c', 'echo the vault is sealed >&2; exit 1'] } },
        },
      },
      env: { [passwordVariable]: 'the-password-of-last-year' },
      check({ targets }) {
        const said = targets.flatMap(({ recoveries }) => recoveries.map(({ reason }) => reason)).join();
        if (!said.includes('the vault is sealed')) throw new Error(`It does not say why: ${said}`);
      },
    };
  },
};
