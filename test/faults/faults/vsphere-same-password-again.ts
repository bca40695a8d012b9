import { credentialProgram } from '../doubles/credential-program.ts';
import { guardedVcenter } from '../doubles/vcenter-gate.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

const password = 'the-password-of-last-year';

/** A password that was refused is never sent again, whoever hands it out: accounts get locked. */
export const fault: Fault = {
  name: 'vsphere-same-password-again',
  what: 'vCenter refuses the password, and the configured program knows no other one',
  cause: 'platform-auth-failed',
  needs: ['vcenter', 'program:openssl'],
  packers: 'each',
  quick: true,
  expects: { action: 'refresh-credentials', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  async inject(ctx) {
    const { config, asked } = await credentialProgram(ctx, password);
    const vcenter = await guardedVcenter(ctx);
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(vcenter) },
      config,
      env: { [passwordVariable]: password },
      async check() {
        const logins = vcenter.calls.filter((call) => call === 'Login').length;
        if (logins !== 1) throw new Error(`vCenter was sent the password ${logins} times.`);
        if ((await asked()) !== 1) throw new Error('The program was not asked exactly once.');
      },
    };
  },
};
