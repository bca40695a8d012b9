import { privateApt } from '../doubles/private-apt.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** What fails in the same way everywhere is not tried again everywhere. */
export const fault: Fault = {
  name: 'mirror-gone-everywhere',
  what: 'the package mirror of four targets does not exist, and two that fail alike open the breaker',
  cause: 'package-mirror-failed',
  needs: ['program:apt-get', 'program:perl'],
  packers: 'each',
  expects: { action: 'retry-backoff', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  async inject(ctx) {
    const apt = await privateApt(ctx, 'deb [trusted=yes] http://mirror.invalid ./\n');
    const [first = '', build = ''] = nullBuild(`${apt.command} update`).split('\n\n');
    const names = ['one', 'two', 'three', 'four'];
    const sources = names.map((name) => first.replace('"one"', `"${name}"`)).join('\n');
    const all = names.map((name) => `"source.null.${name}"`).join(', ');
    return {
      files: { 'null.pkr.hcl': `${sources}\n\n${build.replace('"source.null.one"', all)}` },
      config: { concurrency: { total: 1 }, recovery: { breaker: 2 } },
      check({ targets }) {
        const attempts = targets.map((target) => target.attempts);
        if (attempts.join() !== '2,1,1,1') throw new Error(`The targets were tried ${attempts} times.`);
      },
    };
  },
};
