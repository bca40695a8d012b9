import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startCli } from '../../support/cli.ts';
import type { FaultContext } from '../fault.ts';
import { followBuild } from '../follow-build.ts';

/** A run of this template that was killed while it provisioned, with all that it left: programs, folders, journal. */
export async function killedRun(
  { workspace, packer }: Pick<FaultContext, 'workspace' | 'packer'>,
  template: string,
): Promise<void> {
  await workspace.write({ 'guest.pkr.hcl': template });
  const cli = await startCli(['run', '--format', 'json'], { cwd: workspace.root, packer });
  await followBuild(cli, workspace).event(/provisioning now/);
  cli.signal('SIGKILL');
  // Not `ended`: what it started keeps its output open.
  while (existsSync(`/proc/${cli.pid}/exe`)) await delay(20);
}
