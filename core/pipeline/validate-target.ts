import { HybridError } from '../errors/index.ts';
import { type CommandResult, type Target, ValidationEvidence } from '../schema/index.ts';
import { readBuildManifest } from '../state/index.ts';
import { parseOutput } from './parse-output.ts';
import { reportFailures } from './report-failures.ts';
import type { Session } from './session.ts';
import { openLogs, targetContext } from './target-context.ts';

/** Lets every plugin look at the finished image; throws when a required check failed or could not be made. */
export async function validateTarget(session: Session, target: Target, result: CommandResult): Promise<void> {
  const previous = await readBuildManifest(session.paths, target.slug);
  const evidence: ValidationEvidence[] = [];
  const logs = openLogs(session);
  const failures = await session.runner.collect('validate', {
    signal: session.signal,
    target: target.id,
    contextOf: (scope) => ({
      ...targetContext(session, target, { scope, logs }),
      result,
      artifacts: result.artifacts,
      previous,
      report(input) {
        const parsed = parseOutput(ValidationEvidence, input, scope);
        evidence.push(parsed);
        session.emit({ type: 'evidence', evidence: parsed }, { target: target.id, plugin: scope.plugin });
      },
    }),
  });
  await logs.close();
  session.signal.throwIfAborted();
  reportFailures(session, failures, target.id);

  const failed = evidence.filter(({ required, score }) => required && score === 0);
  const unsafe = failed.filter(({ dimension }) => dimension === 'security').map(({ detail }) => detail);
  if (unsafe.length > 0) throw new HybridError('PH_GATE_SECURITY', { gate: 'validate', reasons: unsafe });
  const reasons = [...failed.map(({ detail }) => detail), ...failures.map(({ error }) => error.message)];
  if (reasons.length > 0) throw new HybridError('PH_VALIDATION_FAILED', { target: target.id, reasons });
}
