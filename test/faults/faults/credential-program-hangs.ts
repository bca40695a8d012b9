import { startVcenter } from '../../support/vcenter.ts';
import type { Fault } from '../fault.ts';
import { passwordVariable, vsphereBuild } from '../templates/vsphere-build.ts';

/** A program that hangs ends with the run. */
export const fault: Fault = {
  name: 'credential-program-hangs',
  what: 'the configured program for another password hangs, and a person presses Ctrl-C',
  cause: 'user-cancelled',
  needs: ['vcenter'],
  expects: { action: 'refresh-credentials', outcome: 'interrupted', exitCode: 130, attempts: 1 },
  async inject({ vcenter }) {
    let took = 0;
    return {
      files: { 'golden.pkr.hcl': vsphereBuild(await startVcenter(vcenter)) },
      config: {
        retry: { attempts: 1, wait: 0.2 },
        recovery: { credentials: { vsphere: { command: ['sh', '-c', 'sleep 300; echo {}'] } } },
      },
      env: { [passwordVariable]: 'the-password-of-last-year' },
      async during({ event, cli }) {
        await event(/sleep 300/);
        took = Date.now();
        cli.signal('SIGINT');
        await cli.ended;
        took = Date.now() - took;
      },
      check: () => {
        if (took > 30_000) throw new Error(`It went on for ${took} ms.`);
      },
    };
  },
};
