import type { PluginEvent, RunContext } from '../plugin/index.ts';
import type { Processes, RunProcessOptions } from '../process/process-result.ts';
import { EventBody } from '../schema/index.ts';
import { claimPath } from '../state/index.ts';
import type { TapScope } from './guard.ts';
import { parseOutput } from './parse-output.ts';
import { type Session, settingOf, templateOf } from './session.ts';

const pluginEvents: readonly string[] = [
  'step.started',
  'step.finished',
  'output',
  'install.started',
  'install.finished',
  'note',
] satisfies readonly PluginEvent['type'][];

/** What every handler of a run sees, made for one handler: its own signal, its name on what it sends. */
export function runContext(session: Session, scope: TapScope, target?: string): RunContext {
  const { info, settings, paths, loaded, targets, secrets, log, emit } = session;
  return {
    run: info,
    signal: scope.signal,
    settings,
    workspace: paths,
    templates: loaded.map(({ template }) => template),
    targets,
    rulePacks: session.registry.rulePacks,
    failureSignatures: session.registry.failureSignatures,
    processes: withSignal(session.processes, scope.signal),
    secrets,
    log: log.logger(scope.plugin),
    emit(event) {
      const body = parseOutput(EventBody, event, scope);
      if (pluginEvents.includes(body.type)) emit(body, { plugin: scope.plugin, target });
    },
    claim: (path) =>
      claimPath(path, { folders: paths, journal: session.journal, target: slugOf(session, target) }),
    templateOf: (of) => templateOf(session, of).template,
    settingOf: (template) => settingOf(session, template),
  };
}

function slugOf({ targets }: Session, id: string | undefined): string | null {
  return targets.find((target) => target.id === id)?.slug ?? null;
}

/** Programs end with the handler that started them, also when it forgets to pass its signal. */
function withSignal(processes: Processes, signal: AbortSignal): Processes {
  return {
    find: processes.find,
    run(file, args, options: RunProcessOptions = {}) {
      const signals = options.signal ? AbortSignal.any([signal, options.signal]) : signal;
      return processes.run(file, args, { ...options, signal: signals });
    },
  };
}
