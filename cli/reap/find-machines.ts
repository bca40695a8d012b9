import { reasonOf } from '../../core/errors/index.ts';
import type { LeftoverMachine } from '../../core/plugin/index.ts';
import type { JournalReport } from '../../core/state/index.ts';
import type { Unsearched } from './document.ts';
import type { Reaping } from './reaping.ts';

/** A machine that a platform knows to be of a run. */
export interface FoundMachine {
  readonly platform: string;
  readonly machine: LeftoverMachine;
}

export interface FoundMachines {
  readonly machines: readonly FoundMachine[];
  readonly unsearched: readonly Unsearched[];
}

/** Asks every platform on which a run was building what it left there. */
export async function findMachines(journal: JournalReport, reaping: Reaping): Promise<FoundMachines> {
  const machines: FoundMachine[] = [];
  const unsearched: Unsearched[] = [];
  for (const platform of platformsOf(journal)) {
    try {
      const found = await askPlatform(platform, journal.run, reaping);
      machines.push(...found.map((machine) => ({ platform, machine })));
    } catch (cause) {
      unsearched.push(unsearchedOn(platform, journal, reasonOf(cause)));
    }
  }
  return { machines, unsearched };
}

function platformsOf({ open }: JournalReport): readonly string[] {
  return [...new Set(open.flatMap(({ intent }) => (intent.kind === 'machine' ? [intent.platform] : [])))];
}

async function askPlatform(
  platform: string,
  run: string,
  { find, folders, processes, signal }: Reaping,
): Promise<readonly LeftoverMachine[]> {
  const service = find(`leftovers/${platform}`);
  if (!service) throw new Error(`no plugin can look for leftovers on ${platform} yet`);
  return service.find({ run, workspace: folders, processes, signal });
}

function unsearchedOn(platform: string, { run, path }: JournalReport, reason: string): Unsearched {
  const remedy = `Look on ${platform} for machines that the run made, then delete ${path}.`;
  return { run, platform, reason, remedy };
}
