import { counts, type Incident } from './incidents-of.ts';
import type { RecoveryReport } from './recovery-report.ts';

const PERIODS = 4;
/** Fewer failures than these have no trend. */
const ENOUGH = 4;
/** A change of less than a fifth is none. */
const CHANGE = 0.2;

/** Failed builds in four equal periods, and whether they become more. */
export function trendOf(
  incidents: readonly Incident[],
  { from, to }: { readonly from: string; readonly to: string },
): RecoveryReport['trend'] {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (incidents.length === 0 || end <= start) return { periods: [], direction: 'unknown' };
  const border = (n: number) => start + ((end - start) * n) / PERIODS;
  const periods = Array.from({ length: PERIODS }, (_, n) => {
    const isLast = n === PERIODS - 1;
    const inside = incidents.filter(({ at }) => {
      const time = Date.parse(at);
      return time >= border(n) && (isLast ? time <= end : time < border(n + 1));
    });
    return { from: iso(border(n)), to: iso(border(n + 1)), ...counts(inside) };
  });
  const sum = (some: typeof periods) => some.reduce((all, period) => all + period.incidents, 0);
  return { periods, direction: direction(sum(periods.slice(0, 2)), sum(periods.slice(2))) };
}

function direction(before: number, after: number): RecoveryReport['trend']['direction'] {
  if (before + after < ENOUGH) return 'unknown';
  if (after < before * (1 - CHANGE)) return 'fewer';
  return after > before * (1 + CHANGE) ? 'more' : 'steady';
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
