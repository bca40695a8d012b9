import { Check, severities } from '../schema/index.ts';
import { collectFindings, type PluginFinding } from './collect-findings.ts';
import { inStage } from './in-stage.ts';
import { parseOutput } from './parse-output.ts';
import { reportFailures } from './report-failures.ts';
import { runContext } from './run-context.ts';
import type { Session } from './session.ts';

/** Lets every plugin check what it needs, all at once. */
export async function preflight(session: Session): Promise<void> {
  await inStage(session, { stage: 'preflight' }, async () => {
    const failures = await session.runner.collect('preflight', {
      signal: session.signal,
      contextOf: (scope) => ({
        ...runContext(session, scope),
        report(input) {
          const check = parseOutput(Check, input, scope);
          const target = knownTarget(session, check.target);
          session.emit({ type: 'check', check }, { plugin: scope.plugin, target });
        },
      }),
    });
    reportFailures(session, failures);
    session.signal.throwIfAborted();
    return failures.length === 0;
  });
}

/** Lets every plugin read the templates, all at once, and tells the findings with the gravest first. */
export async function analyze(session: Session): Promise<void> {
  await inStage(session, { stage: 'analyze' }, async () => {
    const { findings, failures } = await collectFindings(session);
    for (const { finding, plugin } of findings.toSorted(gravestFirst)) {
      session.emit({ type: 'finding', finding }, { plugin });
    }
    reportFailures(session, failures);
    session.signal.throwIfAborted();
    return failures.length === 0;
  });
}

function gravestFirst({ finding: a }: PluginFinding, { finding: b }: PluginFinding): number {
  const bySeverity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (bySeverity !== 0) return bySeverity;
  const byFile = (a.range?.file ?? '').localeCompare(b.range?.file ?? '');
  return byFile !== 0 ? byFile : (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0);
}

/** A plugin may name a target that is not part of this run. */
function knownTarget({ targets }: Session, id: string | undefined): string | undefined {
  return targets.some((target) => target.id === id) ? id : undefined;
}
