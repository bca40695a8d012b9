import { Finding, type Target } from '../schema/index.ts';
import type { TapFailure } from './hook-runner.ts';
import { parseOutput } from './parse-output.ts';
import { runContext } from './run-context.ts';
import type { Session } from './session.ts';

/** A finding, and whose it is. */
export interface PluginFinding {
  readonly finding: Finding;
  readonly plugin: string;
}

/** What plugins found in templates, and which of them failed. */
export interface Analysis {
  readonly findings: readonly PluginFinding[];
  readonly failures: readonly TapFailure[];
}

/** Lets every plugin read the templates of a session, all at once; `target` is whom it concerns, when it is one. */
export async function collectFindings(session: Session, target?: Target): Promise<Analysis> {
  const findings: PluginFinding[] = [];
  const failures = await session.runner.collect('analyze', {
    signal: session.signal,
    target: target?.id,
    contextOf: (scope) => ({
      ...runContext(session, scope, target?.id),
      report(finding) {
        findings.push({ finding: parseOutput(Finding, finding, scope), plugin: scope.plugin });
      },
    }),
  });
  return { findings, failures };
}
