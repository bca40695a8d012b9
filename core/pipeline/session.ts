import type { FoundTemplate, Template, TemplateSetting } from '../language/index.ts';
import type { RunLog } from '../log/index.ts';
import type { PluginRegistry, RunInfo, Settings } from '../plugin/index.ts';
import type { Processes } from '../process/process-result.ts';
import type { Secrets } from '../process/secrets.ts';
import type { Target } from '../schema/index.ts';
import type { Journal, RepositoryState, WorkspacePaths } from '../state/index.ts';
import type { Emit } from './event-stream.ts';
import type { HookRunner } from './hook-runner.ts';
import type { RecordKeeper } from './record-keeper.ts';
import type { RecoveryState } from './recovery/recovery-state.ts';
import type { Confirm } from './types.ts';

/** A template with the setting that named it. */
export interface LoadedTemplate {
  readonly found: FoundTemplate;
  readonly template: Template;
}

/** Everything that the parts of one run share. */
export interface Session {
  readonly info: RunInfo;
  readonly signal: AbortSignal;
  readonly settings: Settings;
  readonly registry: PluginRegistry;
  readonly repository: RepositoryState;
  readonly paths: WorkspacePaths;
  /** Whether anything can be written: on a read-only workspace only the static stages run. */
  readonly writable: boolean;
  readonly loaded: readonly LoadedTemplate[];
  readonly targets: readonly Target[];
  readonly processes: Processes;
  /** What the run makes, written down before it is made. */
  readonly journal: Journal;
  readonly secrets: Secrets;
  readonly log: RunLog;
  readonly emit: Emit;
  readonly runner: HookRunner;
  readonly record: RecordKeeper;
  /** What recoveries of all targets share. */
  readonly recovery: RecoveryState;
  readonly confirm: Confirm | undefined;
  /** Writes the record as it stands. */
  save(): Promise<void>;
}

/** The template that a target comes from. */
export function templateOf(session: Pick<Session, 'loaded'>, target: Target): LoadedTemplate {
  const loaded = session.loaded.find(({ template }) => template.path === target.template);
  if (!loaded) throw new Error(`The run has no template ${target.template}.`);
  return loaded;
}

/** The setting that named a template. */
export function settingOf({ loaded }: Pick<Session, 'loaded'>, { path }: Template): TemplateSetting {
  const named = loaded.find(({ template }) => template.path === path);
  return named?.found.setting ?? { path, vars: {}, secrets: {}, varFiles: [], cwd: 'template' };
}
