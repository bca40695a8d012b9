import { judgedEvents } from '../judged-events.ts';
import { groupsOf } from '../patterns/occurrences.ts';
import type { RecoveryEvent, RecoveryMemory } from '../recovery-memory.ts';
import { type RateQuestion, sharedTally, successRateOf } from '../success-rate.ts';
import { lowerBound } from '../wilson.ts';
import { counts, type Incident, rounded } from './incidents-of.ts';
import type { ActionReport, CauseReport } from './recovery-report.ts';
import { repairTimes } from './repair-times.ts';

/** What each cause cost; an incident counts for every cause that it had. */
export function causesOf(incidents: readonly Incident[]): CauseReport[] {
  const pairs = incidents.flatMap((incident) =>
    [...groupsOf(incident.events, ({ cause }) => cause)].map(([cause, events]) => ({
      cause,
      events,
      incident,
    })),
  );
  const causes = [...groupsOf(pairs, ({ cause }) => cause)].map(([cause, group]) => {
    const own = group.map(({ incident }) => incident);
    const events = group.flatMap((pair) => pair.events);
    const sums = counts(own);
    return {
      cause,
      class: events.at(-1)?.class ?? null,
      ...sums,
      at_least: rounded(lowerBound(sums.recovered, sums.incidents)),
      mean_repair_ms: repairTimes(own)?.mean_ms ?? null,
      targets: new Set(own.map(({ target }) => target)).size,
      last_at: latest(own.map(({ at }) => at)),
    };
  });
  return causes.sort((a, b) => b.incidents - a.incidents || b.last_at.localeCompare(a.last_at, 'en'));
}

/** How each action did against each cause; what only others tried is told where nothing limits the report. */
export function actionsOf(
  memory: RecoveryMemory,
  events: readonly RecoveryEvent[],
  { withShared }: { readonly withShared: boolean },
): ActionReport[] {
  const uses = judgedEvents(events).flatMap((event) =>
    event.actions.map((action) => ({ cause: event.cause, action, event })),
  );
  const known = groupsOf(uses, keyOf);
  const shared = memory.imported.flatMap(({ rates }) => rates).filter((rate) => !known.has(keyOf(rate)));
  const foreign = withShared ? [...groupsOf(shared, keyOf).values()].flatMap(([first]) => first ?? []) : [];
  const own = [...known.values()].flatMap((group) => {
    const [first] = group;
    const recovered = group.filter(({ event }) => event.outcome === 'recovered').length;
    return first ? [reported(memory, first, { tried: group.length, recovered })] : [];
  });
  return [...own, ...foreign.map((rate) => reported(memory, rate, { tried: 0, recovered: 0 }))].sort(
    (a, b) => b.tried - a.tried || b.shared - a.shared,
  );
}

function reported(
  memory: RecoveryMemory,
  { cause, action }: RateQuestion,
  { tried, recovered }: { readonly tried: number; readonly recovered: number },
): ActionReport {
  const expected = successRateOf(memory, { cause, action });
  return {
    ...{ cause, action, tried, recovered },
    at_least: rounded(lowerBound(recovered, tried)),
    expected: expected === undefined ? null : rounded(expected),
    shared: sharedTally(memory, { cause, action }).tried,
  };
}

function keyOf({ cause, action }: RateQuestion): string {
  return JSON.stringify([cause, action]);
}

function latest(times: readonly string[]): string {
  return times.toSorted().at(-1) ?? '';
}
