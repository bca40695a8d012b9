import { closeEntries, type JournalReport, type OpenEntry } from '../../core/state/index.ts';
import type { Leftover, Unsearched } from './document.ts';
import { findMachines } from './find-machines.ts';
import { reapMachines } from './reap-machines.ts';
import { reapPaths } from './reap-paths.ts';
import { keptProcesses, reapProcesses } from './reap-processes.ts';
import type { Reaping } from './reaping.ts';

export interface ReapedRun {
  readonly leftovers: readonly Leftover[];
  readonly unsearched: readonly Unsearched[];
}

/** Takes away what one run left: first what is alive, since it would write again, then what lies on the disk. */
export async function reapRun(journal: JournalReport, reaping: Reaping): Promise<ReapedRun> {
  const found = await findMachines(journal, reaping);
  const processes = await reapProcesses(journal, found, reaping);
  // What was still at work may have made another machine in the meantime.
  const { machines, unsearched } =
    reaping.dryRun || processes.length === 0 ? found : await findMachines(journal, reaping);
  const others = await reapMachines(journal.run, machines, reaping);
  const alive = [...processes, ...keptProcesses(journal), ...others];
  if (alive.some(({ outcome }) => outcome === 'failed' || outcome === 'kept'))
    return { leftovers: alive, unsearched };

  const paths = await reapPaths(journal, reaping);
  const searched = (entry: OpenEntry) => isSearched(entry, unsearched);
  if (!reaping.dryRun) await closeEntries(journal, journal.open.filter(searched), 'gone');
  return { leftovers: [...alive, ...paths], unsearched };
}

/** Whether nothing can be left of an entry: its process was looked for, or its platform was asked. */
function isSearched({ intent }: OpenEntry, unsearched: readonly Unsearched[]): boolean {
  if (intent.kind === 'machine') return !unsearched.some(({ platform }) => platform === intent.platform);
  return intent.kind === 'process';
}
