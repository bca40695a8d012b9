import { reasonOf } from '../../core/errors/index.ts';
import type { Leftover } from './document.ts';
import type { FoundMachine } from './find-machines.ts';
import type { Reaping } from './reaping.ts';

/** Lets platforms destroy the machines that are more than a process. */
export async function reapMachines(
  run: string,
  machines: readonly FoundMachine[],
  reaping: Reaping,
): Promise<readonly Leftover[]> {
  const leftovers: Leftover[] = [];
  for (const { machine } of machines) {
    if (!machine.remove) continue;
    const base = { run, kind: 'machine', what: machine.what, pid: machine.pid ?? null } as const;
    leftovers.push({ ...base, ...(await removed(machine.remove, reaping)) });
  }
  return leftovers;
}

async function removed(
  remove: (signal: AbortSignal) => Promise<void>,
  { dryRun, signal }: Reaping,
): Promise<Pick<Leftover, 'outcome' | 'reason'>> {
  if (dryRun) return { outcome: 'found', reason: null };
  try {
    await remove(signal);
    return { outcome: 'removed', reason: null };
  } catch (cause) {
    return { outcome: 'failed', reason: reasonOf(cause) };
  }
}
