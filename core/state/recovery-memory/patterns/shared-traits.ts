import type { RecoveryEvent } from '../recovery-memory.ts';
import type { Occurrences } from './occurrences.ts';
import { groupsOf } from './occurrences.ts';
import type { PatternStart, RecoveryPattern } from './recovery-pattern.ts';

/** A trait that all but a few share: one of five may differ. */
const SHARE = 0.8;
/** How many builds it takes to say that something was otherwise. */
const ENOUGH = 3;
const HOURS = 24;

/** The step in which a cause always shows, if there is one. */
export function sameStep(events: readonly RecoveryEvent[]): string | null {
  const known = events.filter(({ step }) => step !== null);
  const [most] = [...groupsOf(known, ({ step }) => step)].sort(([, a], [, b]) => b.length - a.length);
  if (most === undefined || most[1].length < ENOUGH) return null;
  return most[1].length >= SHARE * events.length ? most[0] : null;
}

/** The hour around which a cause always shows, provided that other builds are made at other hours without it. */
export function sameHour({ builds, struck }: Occurrences): number | null {
  const hours = builds.filter(({ run }) => struck.has(run)).map(({ at }) => hourOf(at));
  const near = (hour: number, other: number) =>
    Math.min((hour - other + HOURS) % HOURS, (other - hour + HOURS) % HOURS) <= 1;
  const times = (one: number) => hours.filter((other) => other === one).length;
  const hour = hours
    .toSorted((a, b) => times(b) - times(a))
    .find((one) => hours.every((other) => near(one, other)));
  if (hour === undefined || struck.size < ENOUGH) return null;
  const elsewhen = builds.filter(({ run, at }) => !struck.has(run) && !near(hour, hourOf(at)));
  return elsewhen.length >= ENOUGH ? hour : null;
}

/** The build with which a cause began: before it none was struck, and after it nearly every one. */
export function sinceWhen({ builds, struck }: Occurrences): PatternStart | null {
  const first = builds.findIndex(({ run }) => struck.has(run));
  const [start, before] = [builds[first], builds[first - 1]];
  if (start === undefined || before === undefined || first < ENOUGH) return null;
  const after = builds.slice(first);
  const hit = after.filter(({ run }) => struck.has(run));
  if (hit.length < ENOUGH || hit.length < SHARE * after.length) return null;
  const { run, at, packer_version } = start;
  return { run, at, packer_version, packer_version_before: before.packer_version };
}

/** What recoveries have set in the template more than once so that the next build went well; the last value counts. */
export function lastingEdits(events: readonly RecoveryEvent[]): RecoveryPattern['edits'] {
  const worked = events.filter(({ outcome }) => outcome === 'recovered').flatMap(({ edits }) => edits);
  const groups = groupsOf(worked, ({ attribute, file }) => `${file} ${attribute}`);
  return [...groups.values()].flatMap((edits) => {
    const last = edits.at(-1);
    return last && edits.length > 1 ? [{ ...last, times: edits.length }] : [];
  });
}

function hourOf(at: string): number {
  return new Date(at).getUTCHours();
}
