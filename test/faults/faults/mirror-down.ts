import { emptyMirror } from '../doubles/empty-mirror.ts';
import { privateApt } from '../doubles/private-apt.ts';
import { takenPort } from '../doubles/taken-port.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A package mirror that is down for a moment answers a moment later. */
export const fault: Fault = {
  name: 'mirror-down',
  what: 'the package mirror refuses connections during the first attempt',
  cause: 'package-mirror-failed',
  needs: ['program:apt-get', 'program:perl'],
  packers: 'each',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { port, free } = await takenPort(ctx);
    await free();
    const apt = await privateApt(ctx, `deb [trusted=yes] http://127.0.0.1:${port} ./\n`);
    return {
      files: { 'null.pkr.hcl': nullBuild(`${apt.command} update`) },
      async during({ event }) {
        await event(/"type":"attempt.finished"/);
        await emptyMirror(ctx, port);
      },
    };
  },
};
