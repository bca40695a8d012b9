import { startCli } from '../../support/cli.ts';
import { privateApt } from '../doubles/private-apt.ts';
import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** A run that is killed while it waits leaves nothing that `reap` cannot remove, and hinders no later run. */
export const fault: Fault = {
  name: 'recovery-killed',
  what: 'the run is killed while it waits to build again; after `reap` another run meets the same lock',
  cause: 'package-manager-lock',
  needs: ['program:apt-get', 'program:perl'],
  packers: 'each',
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject(ctx) {
    const { workspace, packer, outside } = ctx;
    const apt = await privateApt(ctx);
    const release = await apt.holdLock();
    const next = (...args: readonly string[]) =>
      startCli(args, { cwd: workspace.root, packer, env: { TMPDIR: `${outside}/t` } });
    return {
      files: { 'null.pkr.hcl': nullBuild(`${apt.command} update`) },
      config: { retry: { attempts: 1, wait: 3 } },
      async during({ event, cli }) {
        await event(/"type":"recovery.step.started"/);
        cli.signal('SIGKILL');
        await cli.ended;
        const reaped = await (await next('reap')).ended;
        if (reaped.code !== 0) throw new Error(`reap ended with ${reaped.code}: ${reaped.stderr}`);
        const again = await next('run');
        await again.shows(/package-manager-lock/);
        await release();
        await again.ended;
      },
    };
  },
};
