import { privateApt } from '../doubles/private-apt.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** Another apt holds the lock during the first attempt and is done before the second. */
export const fault: Fault = {
  name: 'package-lock',
  what: 'another program holds the lock of apt during the first attempt',
  cause: 'package-manager-lock',
  needs: ['program:apt-get', 'program:perl'],
  packers: 'each',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const apt = await privateApt(ctx);
    const release = await apt.holdLock();
    return {
      files: { 'null.pkr.hcl': nullBuild(`${apt.command} update`) },
      async during({ event }) {
        await event(/"type":"attempt.finished"/);
        await release();
      },
    };
  },
};
