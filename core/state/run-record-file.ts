import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HybridError } from '../errors/index.ts';
import { RunRecord } from '../schema/index.ts';
import { writeJson } from './atomic-write.ts';
import type { WorkspaceFolders, WorkspacePaths } from './paths.ts';
import { isRunAlive } from './run-alive.ts';
import { isRunId } from './run-paths.ts';
import { type FileFormat, peekVersioned, readVersioned } from './versioned-file.ts';

const format: FileFormat<RunRecord> = { version: 1, migrations: {}, schema: RunRecord };

/** `logs/<run>/run.json` */
export function runRecordPath(folders: WorkspaceFolders, id: string): string {
  return join(folders.logs, id, 'run.json');
}

/** Replaces the record of a run; called again and again while the run proceeds. */
export async function writeRunRecord(paths: WorkspacePaths, record: RunRecord): Promise<void> {
  await writeJson(join(paths.run, 'run.json'), record);
}

/** The record of one run, or undefined; a run whose process is gone without a word reads as interrupted. */
export async function readRunRecord(folders: WorkspaceFolders, id: string): Promise<RunRecord | undefined> {
  if (!isRunId(id)) return undefined;
  const record = await readVersioned(runRecordPath(folders, id), format);
  return record && asOfNow(record);
}

/** Runs that left a readable record, newest first. */
export async function listRuns(
  folders: WorkspaceFolders,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly RunRecord[]> {
  const runs: RunRecord[] = [];
  for (const id of await runIds(folders)) {
    if (runs.length >= limit) break;
    const record = await peekVersioned(runRecordPath(folders, id), format);
    if (record?.run === id) runs.push(asOfNow(record));
  }
  return runs.sort((a, b) => startKey(b).localeCompare(startKey(a), 'en'));
}

/** The full name of the run that is meant by `latest` or by how its name begins; undefined when there is none. */
export async function resolveRunId(folders: WorkspaceFolders, wanted: string): Promise<string | undefined> {
  if (wanted === 'latest') return (await listRuns(folders, 1))[0]?.run;
  if (wanted === '') return undefined;
  const runs = (await listRuns(folders)).map(({ run }) => run);
  const matches = runs.filter((run) => run.startsWith(wanted));
  if (matches.length > 1 && !matches.includes(wanted)) {
    throw new HybridError('PH_ID_AMBIGUOUS', { id: wanted, matches });
  }
  return matches.includes(wanted) ? wanted : matches[0];
}

/** Runs of the same moment keep the order of their names. */
function startKey({ started_at, run }: RunRecord): string {
  return `${started_at} ${run}`;
}

function asOfNow(record: RunRecord): RunRecord {
  if (record.status !== 'running' || isRunAlive(record)) return record;
  return { ...record, status: 'interrupted', exit_code: 130 };
}

/** Names of folders that may be runs, newest first: names sort by time. */
async function runIds(folders: WorkspaceFolders): Promise<readonly string[]> {
  const entries = await readdir(folders.logs, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && isRunId(entry.name))
    .map(({ name }) => name)
    .sort()
    .reverse();
}
