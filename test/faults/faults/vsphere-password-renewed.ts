import { vcenterPassword } from '../../support/vcenter.ts';
import { credentialProgram } from '../doubles/credential-program.ts';
import { guardedVcenter } from '../doubles/vcenter-gate.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** A password that was changed is fetched from the program that knows the new one. */
export const fault: Fault = {
  name: 'vsphere-password-renewed',
  what: 'vCenter refuses the password, and a configured program has the one that is valid now',
  cause: 'platform-auth-failed',
  needs: ['vcenter', 'program:openssl'],
  packers: 'each',
  quick: true,
  expects: { action: 'refresh-credentials', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { config } = await credentialProgram(ctx, vcenterPassword);
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(await guardedVcenter(ctx)) },
      config,
      env: { [passwordVariable]: 'the-password-of-last-year' },
    };
  },
};
