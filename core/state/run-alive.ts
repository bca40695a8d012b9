import { performance } from 'node:perf_hooks';
import { isProcessAlive, processStart } from './process-alive.ts';

const TICKS_PER_SECOND = 100;
const OWN_MARGIN_MS = 2_000;
/** Room for a clock that was set while a run was under way. */
const OTHER_MARGIN_MS = 600_000;

/** Whether the process that began a run at this time still runs, and not a later one that got its number. */
export function isRunAlive(run: { readonly pid: number; readonly started_at: string }): boolean {
  if (!isProcessAlive(run.pid)) return false;
  const runStarted = Date.parse(run.started_at);
  if (run.pid === process.pid) return performance.timeOrigin - OWN_MARGIN_MS <= runStarted;
  const processStarted = startOf(run.pid);
  return processStarted === undefined || processStarted - OTHER_MARGIN_MS <= runStarted;
}

/** When a process began, told by our own beginning. */
function startOf(pid: number): number | undefined {
  const own = processStart(process.pid);
  const other = processStart(pid);
  if (own === undefined || other === undefined) return undefined;
  return performance.timeOrigin + ((other - own) / TICKS_PER_SECOND) * 1_000;
}
