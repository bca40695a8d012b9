import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '../schema/index.ts';
import { isInside } from './is-inside.ts';
import type { WorkspaceFolders } from './paths.ts';
import { listRuns } from './run-record-file.ts';

const DAY_MS = 86_400_000;

export interface PruneOptions {
  /** Kept whatever its age: the run that does the pruning. */
  readonly current?: string;
  readonly now?: Date;
}

/**
 * Removes the folders of runs that are older than `days`, and of all but the newest `runs`; 0 means no limit.
 * Only folders that hold a run record of ours go, and never one of a run that is under way. Answers with their names.
 */
export async function pruneLogs(
  folders: WorkspaceFolders,
  retention: { readonly days: number; readonly runs: number },
  options: PruneOptions = {},
): Promise<readonly string[]> {
  const { current, now = new Date() } = options;
  const runs = (await listRuns(folders)).filter(({ run }) => run !== current);
  // The current run takes one of the places.
  const places =
    retention.runs > 0 ? retention.runs - (current === undefined ? 0 : 1) : Number.POSITIVE_INFINITY;
  const isPast = (record: RunRecord, rank: number) =>
    rank >= places || isExpired(record, retention.days, now);
  const removed: string[] = [];
  for (const [rank, record] of runs.entries()) {
    if (record.status === 'running' || !isPast(record, rank)) continue;
    if (await removeRun(folders, record.run)) removed.push(record.run);
  }
  return removed;
}

function isExpired(record: RunRecord, days: number, now: Date): boolean {
  if (!(days > 0)) return false;
  const ended = Date.parse(record.finished_at ?? record.started_at);
  return now.getTime() - ended > days * DAY_MS;
}

async function removeRun(folders: WorkspaceFolders, run: string): Promise<boolean> {
  const folder = join(folders.logs, run);
  if (!isInside(folders.logs, folder)) return false;
  return rm(folder, { recursive: true, force: true }).then(
    () => true,
    () => false,
  );
}
