import { HybridError } from '../errors/index.ts';
import { type ResumableStage, type RunRecord, resumableStages, type Target } from '../schema/index.ts';
import { listRuns, readRunRecord, resolveRunId, type WorkspaceFolders } from '../state/index.ts';
import type { RunRequest } from './types.ts';

const rank = (stage: ResumableStage) => resumableStages.indexOf(stage);

/** Reads the record of the run that a request continues; undefined when it starts anew. */
export async function resumedRun(
  folders: WorkspaceFolders,
  { from, resume, until }: RunRequest,
): Promise<RunRecord | undefined> {
  if (from !== undefined && until !== undefined && rank(from) > rank(until)) {
    throw new HybridError('PH_USAGE_CONFLICT', {
      options: [`--from ${from}`, `--until ${until}`],
      reason: 'the run would end before it begins.',
    });
  }
  if (from === undefined || (rank(from) < rank('build') && resume === undefined)) return undefined;
  const id = await runToResume(folders, resume ?? 'latest');
  const record = id === undefined ? undefined : await readRunRecord(folders, id);
  if (record) return record;
  const known = (await listRuns(folders, 5)).map(({ run }) => run);
  throw new HybridError('PH_RESUME_MISSING', { run: resume ?? 'latest', known });
}

/** The latest run is the latest that built something: a dry run has nothing to go on with. */
async function runToResume(folders: WorkspaceFolders, wanted: string): Promise<string | undefined> {
  if (wanted !== 'latest') return resolveRunId(folders, wanted);
  const runs = await listRuns(folders);
  return runs.find(({ dry_run, targets }) => !dry_run && targets.some(({ attempts }) => attempts > 0))?.run;
}

/** The targets of the resumed run; each must have come far enough to go on at the stage. */
export function resumableTargets(
  targets: readonly Target[],
  { record, from }: { readonly record: RunRecord; readonly from: ResumableStage },
): readonly Target[] {
  const before = new Map(record.targets.map((one) => [one.target.id, one]));
  const resumable = targets.filter(({ id }) => before.has(id));
  for (const { id } of resumable) {
    const reason = obstacle(before.get(id), from);
    if (reason)
      throw new HybridError('PH_RESUME_STAGE', { run: record.run, stage: from, target: id, reason });
  }
  if (resumable.length > 0) return resumable;
  const ids = [...before.keys()].join(', ') || 'no target';
  throw new HybridError('PH_RESUME_STAGE', {
    run: record.run,
    stage: from,
    target: ids,
    reason: 'none of the selected targets took part in it.',
  });
}

function obstacle(
  before: RunRecord['targets'][number] | undefined,
  from: ResumableStage,
): string | undefined {
  const needsBuild = rank(from) > rank('build');
  if (needsBuild && before?.result?.exit_code !== 0) return 'it was not built in that run.';
  const isValidated = before?.reached === 'validate' || before?.reached === 'publish';
  if (from === 'publish' && !isValidated) return 'its image was not validated in that run.';
  return undefined;
}
