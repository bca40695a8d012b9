import { createLineLog, type LineLog } from '../log/index.ts';
import type { BuildRequest, TargetContext } from '../plugin/index.ts';
import type { Target } from '../schema/index.ts';
import { targetPaths } from '../state/index.ts';
import type { TapScope } from './guard.ts';
import type { NextBuild } from './recovery/next-build.ts';
import { runContext } from './run-context.ts';
import { type Session, templateOf } from './session.ts';

/** The log files that handlers of one hook opened, shared by path and closed together. */
export interface OpenLogs {
  open(path: string): LineLog;
  close(): Promise<void>;
}

/** Opens log files of a target, each once. */
export function openLogs({ secrets, settings }: Pick<Session, 'secrets' | 'settings'>): OpenLogs {
  const logs = new Map<string, LineLog>();
  return {
    open(path) {
      const log =
        logs.get(path) ?? createLineLog(path, { secrets, maxBytes: settings.policy.retention.logBytes });
      logs.set(path, log);
      return log;
    },
    async close() {
      await Promise.all([...logs.values()].map((log) => log.close()));
    },
  };
}

/** What a handler sees that works on one target. */
export function targetContext(
  session: Session,
  target: Target,
  { scope, logs }: { readonly scope: TapScope; readonly logs: OpenLogs },
): TargetContext {
  return {
    ...runContext(session, scope, target.id),
    target,
    template: templateOf(session, target).template,
    paths: targetPaths(session.paths, target.slug),
    openLog: (path) => logs.open(path),
  };
}

/** How the build of a target is asked for. */
export function buildRequest(
  session: Session,
  target: Target,
  { environment }: Pick<NextBuild, 'environment'>,
): BuildRequest {
  const { policy } = session.settings;
  const { vars, secrets, varFiles } = templateOf(session, target).found.setting;
  return {
    vars,
    secretVars: secrets,
    varFiles,
    force: policy.force,
    onError: policy.onError,
    timestampUi: true,
    useCache: policy.useCache,
    environment,
  };
}
