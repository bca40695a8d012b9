import type { RecoveryEvent, RecoveryMemory, RememberedBuild } from '../recovery-memory.ts';

/** The latest builds of a target, and the failures of one cause among them. */
export interface Occurrences {
  readonly target: string;
  readonly cause: string | null;
  /** Newest last. */
  readonly builds: readonly RememberedBuild[];
  readonly events: readonly RecoveryEvent[];
  /** Runs in which the cause struck. */
  readonly struck: ReadonlySet<string>;
}

/** How many builds of a target are looked at. */
const LATEST = 10;

/** For every target and cause the failures among its latest builds. */
export function occurrencesIn({ events, builds }: RecoveryMemory): readonly Occurrences[] {
  return [...groupsOf(events, ({ target }) => target)].flatMap(([target, ofTarget]) => {
    const latest = latestBuilds(builds[target] ?? [], ofTarget);
    const runs = new Set(latest.map(({ run }) => run));
    const recent = ofTarget.filter(({ run }) => runs.has(run));
    return [...groupsOf(recent, ({ cause }) => cause)].map(([cause, ofCause]) => ({
      target,
      cause,
      builds: latest,
      events: ofCause,
      struck: new Set(ofCause.map(({ run }) => run)),
    }));
  });
}

/** Builds that are remembered only by their failure count as well. */
function latestBuilds(
  builds: readonly RememberedBuild[],
  events: readonly RecoveryEvent[],
): readonly RememberedBuild[] {
  const all = new Map<string, RememberedBuild>();
  for (const { run, at, packer_version } of events) all.set(run, { run, at, packer_version, ok: false });
  for (const build of builds) all.set(build.run, build);
  return [...all.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-LATEST);
}

/** Puts together what has the same key, in the order of first appearance. */
export function groupsOf<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return groups;
}
