import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { isProcessAlive } from './process-alive.ts';

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

/** When a process began, told by our own beginning; undefined where the system keeps no /proc. */
function startOf(pid: number): number | undefined {
  const own = startTicks('self');
  const other = startTicks(String(pid));
  if (own === undefined || other === undefined) return undefined;
  return performance.timeOrigin + ((other - own) / TICKS_PER_SECOND) * 1_000;
}

function startTicks(pid: string): number | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything; field 22 counts from behind it.
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return undefined;
  }
}
