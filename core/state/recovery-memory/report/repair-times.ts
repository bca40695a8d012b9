import type { Incident } from './incidents-of.ts';
import type { RecoveryReport } from './recovery-report.ts';

/** How long it took until failed builds were good again; null where none was. */
export function repairTimes(incidents: readonly Incident[]): RecoveryReport['time_to_repair'] {
  const times = incidents
    .filter(({ outcome }) => outcome === 'recovered')
    .map(({ repair_ms }) => repair_ms)
    .sort((a, b) => a - b);
  const longest = times.at(-1);
  if (longest === undefined) return null;
  return { mean_ms: mean(times), median_ms: median(times), longest_ms: longest };
}

/** The mean in whole milliseconds; 0 of nothing. */
export function mean(times: readonly number[]): number {
  return Math.round(times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length));
}

function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return mean([sorted[Math.floor(middle)] ?? 0, sorted[Math.ceil(middle)] ?? 0]);
}
