import { privateApt } from '../doubles/private-apt.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** Somebody else's lock is never taken away. */
export const fault: Fault = {
  name: 'package-lock-held',
  what: 'another program holds the lock of apt for good',
  cause: 'package-manager-lock',
  needs: ['program:apt-get', 'program:perl'],
  expects: { action: 'retry-backoff', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  async inject(ctx) {
    const apt = await privateApt(ctx);
    await apt.holdLock();
    return { files: { 'null.pkr.hcl': nullBuild(`${apt.command} update`) } };
  },
};
