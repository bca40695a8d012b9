import { listed, reasonOf } from '../../core/errors/index.ts';
import type { LeftoverMachine } from '../../core/plugin/index.ts';
import type { JournalReport, MachineIntent } from '../../core/state/index.ts';
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
  const found: FoundMachines[] = [];
  const all = machineIntents(journal);
  for (const platform of new Set(all.map((intent) => intent.platform))) {
    const intents = all.filter((intent) => intent.platform === platform);
    try {
      found.push(await askPlatform(platform, intents, { journal, reaping }));
    } catch (cause) {
      found.push({ machines: [], unsearched: [unsearchedOn(platform, journal, reasonOf(cause))] });
    }
  }
  return {
    machines: found.flatMap(({ machines }) => machines),
    unsearched: found.flatMap(({ unsearched }) => unsearched),
  };
}

function machineIntents({ open }: JournalReport): readonly MachineIntent[] {
  return open.map(({ intent }) => intent).filter((intent) => intent.kind === 'machine');
}

async function askPlatform(
  platform: string,
  intents: readonly MachineIntent[],
  { journal, reaping }: { readonly journal: JournalReport; readonly reaping: Reaping },
): Promise<FoundMachines> {
  const { find, folders, processes, signal } = reaping;
  const service = find(`leftovers/${platform}`);
  if (!service) throw new Error(`no plugin can look for leftovers on ${platform} yet`);
  const { mark } = service;
  const unmarked = intents.filter(({ marked }) => mark && marked !== true).map(({ target }) => target);
  const targets = intents.map(({ target }) => target).filter((target) => !unmarked.includes(target));
  const unsearched =
    unmarked.length > 0 ? [unmarkedOn(platform, journal, { unmarked, hint: mark?.remedy })] : [];
  if (targets.length === 0) return { machines: [], unsearched };
  const machines = await service.find({ run: journal.run, targets, workspace: folders, processes, signal });
  return { machines: machines.map((machine) => ({ platform, machine })), unsearched };
}

function unmarkedOn(
  platform: string,
  journal: JournalReport,
  { unmarked, hint = '' }: { readonly unmarked: readonly string[]; readonly hint: string | undefined },
): Unsearched {
  const reason = `nobody can tell which machines were made for ${listed(unmarked)}`;
  const { remedy, ...rest } = unsearchedOn(platform, journal, reason);
  return { ...rest, remedy: `${remedy} ${hint}`.trim() };
}

function unsearchedOn(platform: string, { run, path }: JournalReport, reason: string): Unsearched {
  const remedy = `Look on ${platform} for machines that the run made, then delete ${path}.`;
  return { run, platform, reason, remedy };
}
