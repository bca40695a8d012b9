import { type CommandResult, Diagnosis, type Target } from '../schema/index.ts';
import { targetPaths } from '../state/index.ts';
import { logLines } from './log-lines.ts';
import { parseOutput } from './parse-output.ts';
import { reportFailures } from './report-failures.ts';
import type { Session } from './session.ts';
import { openLogs, targetContext } from './target-context.ts';

export interface FailedBuild {
  readonly result: CommandResult;
  /** When the failed attempt began: earlier lines of the target's log belong to others. */
  readonly startedAt: Date;
  /** Later lines only tell how the attempt was ended. */
  readonly until?: Date | undefined;
}

/** Asks every plugin why a build failed, and gives the answers, the most confident first. */
export async function diagnoseTarget(
  session: Session,
  target: Target,
  { result, startedAt: since, until }: FailedBuild,
): Promise<readonly Diagnosis[]> {
  const diagnoses: Diagnosis[] = [];
  const logs = openLogs(session);
  const { log } = targetPaths(session.paths, target.slug);
  const failures = await session.runner.collect('diagnose', {
    signal: session.signal,
    target: target.id,
    contextOf: (scope) => ({
      ...targetContext(session, target, { scope, logs }),
      result,
      readLog: () => logLines(log, { since, until }),
      report: (diagnosis) => diagnoses.push(parseOutput(Diagnosis, diagnosis, scope)),
    }),
  });
  await logs.close();
  reportFailures(session, failures, target.id);
  const best = diagnoses.toSorted((a, b) => b.confidence - a.confidence);
  for (const diagnosis of best) session.emit({ type: 'diagnosis', diagnosis }, { target: target.id });
  return best;
}
