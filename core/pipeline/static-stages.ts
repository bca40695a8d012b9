import { Check, Finding, type Stage, severities } from '../schema/index.ts';
import { parseOutput } from './parse-output.ts';
import { reportFailures } from './report-failures.ts';
import { runContext } from './run-context.ts';
import type { Session } from './session.ts';

/** Lets every plugin check what it needs, all at once. */
export async function preflight(session: Session): Promise<void> {
  await timed(session, 'preflight', () =>
    session.runner.collect('preflight', {
      signal: session.signal,
      contextOf: (scope) => ({
        ...runContext(session, scope),
        report(check) {
          const parsed = parseOutput(Check, check, scope);
          session.emit(
            { type: 'check', check: parsed },
            { plugin: scope.plugin, target: knownTarget(session, parsed.target) },
          );
        },
      }),
    }),
  );
}

/** Lets every plugin read the templates, all at once, and tells the findings with the gravest first. */
export async function analyze(session: Session): Promise<void> {
  const findings: { readonly finding: Finding; readonly plugin: string }[] = [];
  await timed(
    session,
    'analyze',
    () =>
      session.runner.collect('analyze', {
        signal: session.signal,
        contextOf: (scope) => ({
          ...runContext(session, scope),
          report(finding) {
            findings.push({ finding: parseOutput(Finding, finding, scope), plugin: scope.plugin });
          },
        }),
      }),
    () => {
      for (const { finding, plugin } of findings.toSorted((a, b) => order(a.finding, b.finding))) {
        session.emit({ type: 'finding', finding }, { plugin });
      }
    },
  );
}

async function timed(
  session: Session,
  stage: Stage,
  work: () => ReturnType<Session['runner']['collect']>,
  tell: () => void = () => undefined,
): Promise<void> {
  const began = performance.now();
  session.emit({ type: 'stage.started', stage });
  const failures = await work();
  tell();
  reportFailures(session, failures);
  session.emit({
    type: 'stage.finished',
    stage,
    ok: failures.length === 0 && !session.signal.aborted,
    duration_ms: Math.round(performance.now() - began),
  });
  session.signal.throwIfAborted();
}

function order(a: Finding, b: Finding): number {
  const bySeverity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  if (bySeverity !== 0) return bySeverity;
  const byFile = (a.range?.file ?? '').localeCompare(b.range?.file ?? '');
  return byFile !== 0 ? byFile : (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0);
}

/** A plugin may name a target that is not part of this run. */
function knownTarget({ targets }: Session, id: string | undefined): string | undefined {
  return targets.some((target) => target.id === id) ? id : undefined;
}
