import type { StepTiming, TargetRecord } from '../schema/index.ts';
import type { RunSummary, TargetState, WorkspaceState } from './workspace-state.ts';

const RUNS_KEPT = 50;
const DURATIONS_KEPT = 5;

/** The state with this run in it, in place of an earlier summary of the same run; the oldest runs go. */
export function rememberRun(state: WorkspaceState, run: RunSummary): WorkspaceState {
  const others = state.runs.filter((other) => other.run !== run.run);
  const runs = [...others, run].sort((a, b) => a.started_at.localeCompare(b.started_at, 'en'));
  return { ...state, runs: runs.slice(-RUNS_KEPT) };
}

/** The state with what became of a target; only a good build counts for the time that the next one takes. */
export function rememberTarget(state: WorkspaceState, run: string, record: TargetRecord): WorkspaceState {
  const { slug, id } = record.target;
  const before = state.targets[slug];
  const isBuilt = record.status === 'succeeded' && record.attempts > 0;
  const after: TargetState = {
    id,
    last_run: run,
    last_status: record.status,
    durations: isBuilt ? appended(before?.durations, record.duration_ms) : (before?.durations ?? []),
    steps: isBuilt ? stepHistory(before, record.steps) : (before?.steps ?? {}),
  };
  return { ...state, targets: { ...state.targets, [slug]: after } };
}

/** How long it will take, going by the middle of the last times; undefined without any. */
export function expectedMs(durations: readonly number[] | undefined): number | undefined {
  if (durations === undefined) return undefined;
  return [...durations].sort((a, b) => a - b)[Math.floor(durations.length / 2)];
}

/** Steps that the last build no longer had are forgotten; a step that ran twice counts with its sum. */
function stepHistory(before: TargetState | undefined, steps: readonly StepTiming[]): TargetState['steps'] {
  const sums = new Map<string, number>();
  for (const { step, duration_ms } of steps) sums.set(step, (sums.get(step) ?? 0) + duration_ms);
  return Object.fromEntries([...sums].map(([step, ms]) => [step, appended(before?.steps[step], ms)]));
}

function appended(history: readonly number[] | undefined, value: number): number[] {
  return [...(history ?? []), value].slice(-DURATIONS_KEPT);
}
