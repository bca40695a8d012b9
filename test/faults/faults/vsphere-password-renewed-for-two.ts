import { vcenterPassword, vsphereSource } from '../../support/vcenter.ts';
import { credentialProgram } from '../doubles/credential-program.ts';
import { guardedVcenter } from '../doubles/vcenter-gate.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** What one target got serves all of its platform, and nobody sends what was refused once more. */
export const fault: Fault = {
  name: 'vsphere-password-renewed-for-two',
  what: 'vCenter refuses the password of two targets, and a configured program has the one that is valid now',
  cause: 'platform-auth-failed',
  needs: ['vcenter', 'program:openssl'],
  packers: 'each',
  expects: { action: 'refresh-credentials', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { config } = await credentialProgram(ctx, vcenterPassword);
    const vcenter = await guardedVcenter(ctx);
    const second = vsphereSource('silver', vcenter).replace('DC0_H0_VM0', 'DC0_H0_VM1');
    const template = vsphereBuild(vcenter).replace(
      /sources = \[/,
      'sources = ["source.vsphere-clone.silver", ',
    );
    return {
      files: { 'golden.pkr.hcl': `${template}${second}` },
      config: { ...config, concurrency: { total: 1 } },
      env: { [passwordVariable]: 'the-password-of-last-year' },
      check() {
        const logins = vcenter.calls.filter((call) => call === 'Login').length;
        if (logins !== 3)
          throw new Error(
            `vCenter was sent ${logins} passwords: the refused one, then the new one for each.`,
          );
      },
    };
  },
};
