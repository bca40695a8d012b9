import { findPatterns } from '../patterns/find-patterns.ts';
import type { RecoveryPattern } from '../patterns/recovery-pattern.ts';
import type { RecoveryMemory } from '../recovery-memory.ts';
import { actionsOf, causesOf } from './by-cause.ts';
import { counts, type Incident, incidentsOf } from './incidents-of.ts';
import type { RecoveryReport } from './recovery-report.ts';
import { repairTimes } from './repair-times.ts';
import { trendOf } from './trend-of.ts';

/** What a report is about, and who puts a pattern into words. */
export interface ReportQuestion {
  readonly now: Date;
  readonly since?: Date | undefined;
  /** How the targets were named. */
  readonly target?: string | undefined;
  includes(target: string): boolean;
  recommend(pattern: RecoveryPattern): { readonly observation: string; readonly advice: readonly string[] };
}

/** What the memory tells about failures and recoveries. */
export function reportOn(memory: RecoveryMemory, question: ReportQuestion): RecoveryReport {
  const { now, since, target, includes, recommend } = question;
  const inTime = (at: string) => since === undefined || Date.parse(at) >= since.getTime();
  const events = memory.events.filter((event) => includes(event.target) && inTime(event.at));
  const incidents = incidentsOf(events);
  const from = since?.toISOString() ?? events[0]?.at ?? now.toISOString();
  const until = now.toISOString();
  const patterns = findPatterns(memory).filter(
    (pattern) => pattern.targets.some(includes) && inTime(pattern.last_at),
  );
  return {
    version: 1,
    since: since?.toISOString() ?? null,
    until,
    target: target ?? null,
    ...counts(incidents),
    outcomes: outcomesOf(incidents),
    time_to_repair: repairTimes(incidents),
    causes: causesOf(incidents),
    actions: actionsOf(memory, events, { withShared: since === undefined && target === undefined }),
    patterns: patterns.map((pattern) => {
      const { observation, advice } = recommend(pattern);
      return { ...pattern, observation, advice: [...advice] };
    }),
    trend: trendOf(incidents, { from, to: until }),
    all_time: allTime(memory),
  };
}

function outcomesOf(incidents: readonly Incident[]): RecoveryReport['outcomes'] {
  const outcomes = { recovered: 0, failed: 0, escalated: 0, proposed: 0, declined: 0 };
  for (const { outcome } of incidents) outcomes[outcome] += 1;
  return outcomes;
}

function allTime({ causes }: RecoveryMemory): RecoveryReport['all_time'] {
  const sum = (key: 'failures' | 'recovered') => causes.reduce((all, cause) => all + cause[key], 0);
  const [since = null] = causes.map(({ first_at }) => first_at).sort();
  return { failures: sum('failures'), recovered: sum('recovered'), since };
}
