import { asHybridError } from '../errors/index.ts';
import { type ResumableStage, resumableStages, type Target } from '../schema/index.ts';
import { prepareWorkspace } from '../state/index.ts';
import { refusalOfRun } from './gate.ts';
import { createTargetQueue } from './queue.ts';
import { end, planTargets, runTargets } from './run-targets.ts';
import type { Session } from './session.ts';
import { analyze, preflight } from './static-stages.ts';
import { hashTarget } from './target-inputs.ts';
import type { RunRequest } from './types.ts';

export interface ExecuteOptions {
  readonly request: RunRequest;
  readonly resumed: boolean;
}

const rank = (stage: ResumableStage) => resumableStages.indexOf(stage);

/** Takes a session through its stages; whatever stops it is in the record afterwards. */
export async function executeRun(session: Session, options: ExecuteOptions): Promise<void> {
  try {
    await runStages(session, options);
  } catch (cause) {
    const error = asHybridError(cause);
    if (!session.signal.aborted) session.emit({ type: 'problem', hook: 'run', ...error.toJSON() });
    const status = session.signal.aborted ? 'interrupted' : 'failed';
    for (const target of pendingTargets(session)) {
      await end(session, target, { status, error, began: performance.now() }).catch(() => undefined);
    }
  }
}

async function runStages(session: Session, { request, resumed }: ExecuteOptions): Promise<void> {
  const from = request.from ?? 'preflight';
  const until = request.until ?? 'publish';
  session.signal.throwIfAborted();
  if (!resumed && rank(from) <= rank('preflight')) await preflight(session);
  if (!resumed && rank(from) <= rank('analyze') && rank(until) >= rank('analyze')) await analyze(session);
  if (session.targets.length === 0) throw refusalOfRun(session.record.run.findings);
  if (session.info.dryRun || rank(until) < rank('build')) return planTargets(session);
  if (!session.writable) await prepareWorkspace(session.paths);

  await runTargets(session, {
    from: rank(from) < rank('build') ? 'build' : from,
    until,
    skipUnchanged: request.skipUnchanged ?? false,
    queue: createTargetQueue({
      settings: session.settings.concurrency,
      platformDefault: (platform) =>
        session.registry.platforms.find(({ id }) => id === platform)?.concurrency,
    }),
    hash: (target) => hashTarget(session, target),
  });
}

function pendingTargets({ record, targets }: Session): readonly Target[] {
  return targets.filter((target) => record.of(target).status === 'pending');
}
