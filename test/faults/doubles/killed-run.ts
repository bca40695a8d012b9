import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { runCli, startCli } from '../../support/cli.ts';
import type { FaultContext } from '../fault.ts';
import { followBuild, runOf } from '../follow-build.ts';

/** A run that was killed while it provisioned, with all that it left: programs, folders, journal. */
export interface KilledRun {
  /** Removes with `reap` what nobody has removed yet; throws when a later run has a journal as well. */
  reap(): Promise<void>;
}

/** Begins a run of this template and kills it. */
export async function killedRun(
  { workspace, packer }: Pick<FaultContext, 'workspace' | 'packer'>,
  template: string,
): Promise<KilledRun> {
  await workspace.write({ 'guest.pkr.hcl': template });
  const cli = await startCli(['run', '--format', 'json'], { cwd: workspace.root, packer });
  await followBuild(cli, workspace).event(/provisioning now/);
  cli.signal('SIGKILL');
  // Not `ended`: what it started keeps its output open.
  while (existsSync(`/proc/${cli.pid}/exe`)) await delay(20);
  const run = runOf(workspace);
  return {
    async reap() {
      const journals = readdirSync(workspace.path('state', 'journal'));
      const others = journals.filter((name) => name !== `${run}.ndjson`);
      if (others.length > 0)
        throw new Error(`A run that was not killed left its journal: ${others.join(', ')}`);
      await runCli(['reap', '--format', 'json'], { cwd: workspace.root, packer });
    },
  };
}
