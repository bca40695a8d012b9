import type { RecoveryMemory, SharedRates } from './recovery-memory.ts';
import { SharedRates as Shared } from './recovery-memory.ts';

/** Of so many workspaces the rates are kept, those that were heard of last. */
const ORIGINS_KEPT = 50;

/** What may leave the workspace: how well actions did against causes, own ones first; no targets, paths or times of runs. */
export function sharedRates(memory: RecoveryMemory, at: string): readonly SharedRates[] {
  const own = memory.origin === null ? [] : [{ origin: memory.origin, at, rates: ownRates(memory) }];
  return [...own.filter(({ rates }) => rates.length > 0), ...memory.imported];
}

/** The memory with the rates of others. Of each workspace the latest counts, and own ones that come back do not. */
export function withShared(memory: RecoveryMemory, others: readonly SharedRates[]): RecoveryMemory {
  const latest = new Map(memory.imported.map((shared) => [shared.origin, shared]));
  for (const shared of others) {
    const before = latest.get(shared.origin);
    const isNewer = before === undefined || Date.parse(shared.at) > Date.parse(before.at);
    if (isNewer && shared.origin !== memory.origin) latest.set(shared.origin, shared);
  }
  const imported = [...latest.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return { ...memory, imported: imported.slice(-ORIGINS_KEPT) };
}

/** Names that are no plain ids could tell more than they should, and stay here. */
function ownRates({ actions }: RecoveryMemory): SharedRates['rates'] {
  return actions.flatMap((total) => Shared.shape.rates.element.safeParse(total).data ?? []);
}
