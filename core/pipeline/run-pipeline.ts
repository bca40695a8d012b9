import { isHybridError } from '../errors/index.ts';
import type { RunRecord } from '../schema/index.ts';
import { claimPath, newRunId, prepareWorkspace, runPaths, workFolder } from '../state/index.ts';
import { ownVersion } from '../version.ts';
import { type Engine, loadSelected, secretsOf } from './engine.ts';
import { executeRun } from './execute-run.ts';
import { finishRun } from './finish-run.ts';
import { openSession } from './open-session.ts';
import { resumableTargets, resumedRun } from './resume.ts';
import type { Session } from './session.ts';
import type { RunRequest } from './types.ts';

/** One run from the first event to the last; rejects only for requests that make no sense. */
export async function runPipeline(engine: Engine, request: RunRequest): Promise<RunRecord> {
  const began = performance.now();
  const { options, registry, runner, tell } = engine;
  const { signal = new AbortController().signal, from = 'preflight' } = request;
  const resumed = await resumedRun(options.workspace, request);
  const { loaded, targets: selected } = await loadSelected(engine, request, signal);
  const targets = resumed ? resumableTargets(selected, { record: resumed, from }) : selected;

  const id = newRunId();
  const { session, close } = await openSession({
    ...{ id, request, signal, loaded, targets, resumed, runner, registry },
    pipeline: options,
    writable: await isWritable(engine, id),
    secrets: secretsOf(options, loaded),
    onEvent: tell,
  });
  try {
    announce(session);
    await session.save();
    const { paths: folders, journal } = session;
    const work = await claimPath(workFolder(folders), { folders, journal, target: null });
    await executeRun(session, { request, resumed: resumed !== undefined });
    const record = await finishRun(session, began);
    work.close('gone');
    return record;
  } finally {
    await close();
  }
}

/** A read-only workspace does not stop the static stages; building in it does, with the same error. */
async function isWritable({ options }: Engine, id: string): Promise<boolean> {
  try {
    await prepareWorkspace(runPaths(options.workspace, id));
    return true;
  } catch (error) {
    if (isHybridError(error) && error.code === 'PH_WORKSPACE_READONLY') return false;
    throw error;
  }
}

function announce({ emit, info, targets }: Session): void {
  const { command, env, dryRun } = info;
  emit({ type: 'run.started', command, env, dry_run: dryRun, version: ownVersion() });
  emit({ type: 'run.targets', targets: [...targets] });
}
