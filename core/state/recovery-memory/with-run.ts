import type { RunRecord } from '../../schema/index.ts';
import { eventsOf, type RunFacts, wasBuiltIn } from './events-of.ts';
import type { RecoveryEvent, RecoveryMemory, RememberedBuild } from './recovery-memory.ts';
import { withTotals } from './totals.ts';

const EVENTS_KEPT = 2_000;
const BUILDS_KEPT = 20;
const TARGETS_KEPT = 1_000;

/** The memory with what happened in a run; a run that it knows already changes nothing. */
export function withRun(memory: RecoveryMemory, record: RunRecord, facts: RunFacts): RecoveryMemory {
  const known = new Set(memory.events.map(keyOf));
  const events = eventsOf(record, facts).filter((event) => !known.has(keyOf(event)));
  const all = [...memory.events, ...events].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return {
    ...memory,
    ...withTotals(memory, events),
    events: all.slice(-EVENTS_KEPT),
    builds: withBuilds(memory.builds, record, facts),
  };
}

function keyOf({ run, target, attempt, at }: RecoveryEvent): string {
  return JSON.stringify([run, target, attempt, at]);
}

function withBuilds(
  before: RecoveryMemory['builds'],
  record: RunRecord,
  { packerVersion }: RunFacts,
): RecoveryMemory['builds'] {
  const builds = new Map(Object.entries(before));
  for (const target of record.targets) {
    const { id } = target.target;
    if (target.status === 'interrupted' || !wasBuiltIn(record, target)) continue;
    const at = target.result?.started_at ?? record.started_at;
    const ok = target.result?.exit_code === 0;
    const others = (builds.get(id) ?? []).filter(({ run }) => run !== record.run);
    const build = { run: record.run, at, packer_version: packerVersion, ok };
    // The map keeps the order in which targets were built last.
    builds.delete(id);
    builds.set(id, [...others, build].sort(byTime).slice(-BUILDS_KEPT));
  }
  return Object.fromEntries([...builds].slice(-TARGETS_KEPT));
}

function byTime(a: RememberedBuild, b: RememberedBuild): number {
  return Date.parse(a.at) - Date.parse(b.at);
}
