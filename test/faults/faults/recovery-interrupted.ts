import { privateApt } from '../doubles/private-apt.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** Whoever waits for a better moment stops waiting when a person says so. */
export const fault: Fault = {
  name: 'recovery-interrupted',
  what: 'a person presses Ctrl-C while the run waits to build again',
  cause: 'user-cancelled',
  needs: ['program:apt-get', 'program:perl'],
  packers: 'each',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'interrupted', exitCode: 130, attempts: 1 },
  async inject(ctx) {
    const apt = await privateApt(ctx);
    await apt.holdLock();
    let pressed = 0;
    return {
      files: { 'null.pkr.hcl': nullBuild(`${apt.command} update`) },
      config: { retry: { attempts: 1, wait: 120 } },
      async during({ event, cli }) {
        await event(/"type":"recovery.step.started"/);
        pressed = Date.now();
        cli.signal('SIGINT');
        await cli.ended;
        pressed = Date.now() - pressed;
      },
      check: () => {
        if (pressed > 20_000) throw new Error(`It went on for ${pressed} ms.`);
      },
    };
  },
};
