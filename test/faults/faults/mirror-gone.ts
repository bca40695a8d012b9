import { privateApt } from '../doubles/private-apt.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A package mirror that stays away is handed over when the attempts are spent. */
export const fault: Fault = {
  name: 'mirror-gone',
  what: 'the name of the package mirror does not exist',
  cause: 'package-mirror-failed',
  needs: ['program:apt-get', 'program:perl'],
  expects: { action: 'retry-backoff', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  async inject(ctx) {
    const apt = await privateApt(ctx, 'deb [trusted=yes] http://mirror.invalid ./\n');
    return { files: { 'null.pkr.hcl': nullBuild(`${apt.command} update`) } };
  },
};
