import { judgedEvents } from '../judged-events.ts';
import type { RecoveryEvent, RecoveryMemory } from '../recovery-memory.ts';
import { groupsOf, type Occurrences, occurrencesIn } from './occurrences.ts';
import type { RecoveryPattern } from './recovery-pattern.ts';
import { lastingEdits, sameHour, sameStep, sinceWhen } from './shared-traits.ts';

/** So many of a target's latest builds, or so many targets, make a repetition of it. */
const REPEATED = 3;

/** Failures that come again and again: one cause at one target, or one cause at several; the most frequent first. */
export function findPatterns(memory: RecoveryMemory): readonly RecoveryPattern[] {
  const all = occurrencesIn(memory);
  const atOne = all.filter(({ struck }) => struck.size >= REPEATED).map(patternOf);
  const atMany = [...groupsOf(all, ({ cause }) => cause)]
    .filter(([cause, group]) => cause !== null && group.length >= REPEATED)
    .map(([, group]) => spread(group));
  return [...atOne, ...atMany].sort(
    (a, b) => b.failed_builds - a.failed_builds || b.last_at.localeCompare(a.last_at, 'en'),
  );
}

function patternOf(found: Occurrences): RecoveryPattern {
  const { target, builds, events, struck } = found;
  return {
    ...common([found]),
    targets: [target],
    failed_builds: struck.size,
    builds: builds.length,
    step: sameStep(events),
    hour: sameHour(found),
    since: sinceWhen(found),
    edits: lastingEdits(events),
  };
}

/** What several targets have in common lies outside each of them. */
function spread(group: readonly Occurrences[]): RecoveryPattern {
  const sum = (sizeOf: (found: Occurrences) => number) =>
    group.reduce((all, found) => all + sizeOf(found), 0);
  return {
    ...common(group),
    targets: group.map(({ target }) => target),
    failed_builds: sum(({ struck }) => struck.size),
    builds: sum(({ builds }) => builds.length),
    step: sameStep(group.flatMap(({ events }) => events)),
    hour: null,
    since: null,
    edits: [],
    change: null,
  };
}

function common(group: readonly Occurrences[]) {
  const events = group.flatMap((found) => found.events).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const [first, last] = [events.at(0), events.at(-1)];
  if (!first || !last) throw new Error('A pattern has at least one failure.');
  const recovered = events.filter(({ outcome }) => outcome === 'recovered');
  return {
    cause: last.cause,
    class: last.class,
    actions: actionsIn(events),
    recovered_builds: new Set(recovered.map(({ run, target }) => `${run} ${target}`)).size,
    change: events.findLast(({ change }) => change !== null)?.change ?? null,
    first_at: first.at,
    last_at: last.at,
  };
}

function actionsIn(events: readonly RecoveryEvent[]): RecoveryPattern['actions'] {
  const uses = judgedEvents(events).flatMap(({ actions, outcome }) =>
    actions.map((action) => ({ action, outcome })),
  );
  return [...groupsOf(uses, ({ action }) => action)]
    .map(([action, group]) => ({
      action,
      tried: group.length,
      recovered: group.filter(({ outcome }) => outcome === 'recovered').length,
    }))
    .sort((a, b) => b.tried - a.tried);
}
