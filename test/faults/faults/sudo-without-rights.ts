import { plainSudo } from '../doubles/plain-sudo.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** Rights are given by a person, in the image. */
export const fault: Fault = {
  name: 'sudo-without-rights',
  what: 'a script uses sudo and the user of the build has no rights',
  cause: 'sudo-not-usable',
  needs: ['root', 'mounts', 'program:setpriv'],
  packers: 'each',
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  async inject({ outside }) {
    const sudo = await plainSudo(outside);
    return { files: { 'null.pkr.hcl': nullBuild(`${sudo} -n true`) } };
  },
};
