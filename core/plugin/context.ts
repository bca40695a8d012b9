import type { Template, TemplateSetting } from '../language/index.ts';
import type { LineLog } from '../log/line-log.ts';
import type { Logger } from '../log/logger.ts';
import type { Processes } from '../process/process-result.ts';
import type { Secrets } from '../process/secrets.ts';
import type {
  Artifact,
  CheckInput,
  CommandResult,
  Diagnosis,
  EventBody,
  FindingInput,
  Publication,
  RecoveryBudget,
  RecoveryResult,
  RunRecord,
  Target,
  ValidationEvidence,
  ValidationEvidenceInput,
} from '../schema/index.ts';
import type { BuildManifest } from '../state/build-manifest.ts';
import type { PathClaim } from '../state/journal/claim-path.ts';
import type { TargetPaths, WorkspacePaths } from '../state/paths.ts';
import type { RulePack } from './contributions.ts';
import type { FailureSignature } from './failure-signature.ts';
import type { RecoveryAction } from './recovery-action.ts';
import type { Settings } from './settings.ts';

/** Events that a plugin may send; the pipeline adds run, target and plugin. */
export type PluginEvent = Extract<
  EventBody,
  { type: 'step.started' | 'step.finished' | 'output' | 'install.started' | 'install.finished' | 'note' }
>;

export interface RunInfo {
  readonly id: string;
  readonly command: string;
  readonly env: string;
  readonly dryRun: boolean;
  /** Whether this is a CI machine, where nobody answers questions. */
  readonly ci: boolean;
}

/** What every handler sees: data to read, and doors to processes, events, secrets and the log. */
export interface RunContext {
  readonly run: RunInfo;
  readonly signal: AbortSignal;
  readonly settings: Settings;
  readonly workspace: WorkspacePaths;
  readonly templates: readonly Template[];
  readonly targets: readonly Target[];
  /** The rules that all plugins contribute. */
  readonly rulePacks: readonly RulePack[];
  /** The ways to fail that all plugins contribute. */
  readonly failureSignatures: readonly FailureSignature[];
  readonly processes: Processes;
  readonly secrets: Secrets;
  readonly log: Logger;
  emit(event: PluginEvent): void;
  /** Writes down that a folder or file is about to be made: it is removed when the run is killed before it is closed. */
  claim(path: string): Promise<PathClaim>;
  templateOf(target: Target): Template;
  /** The values that a template is built with. */
  settingOf(template: Template): TemplateSetting;
}

/** `report` collects: what was reported before a failure is kept. */
export interface PreflightContext extends RunContext {
  report(check: CheckInput): void;
}
export interface AnalyzeContext extends RunContext {
  report(finding: FindingInput): void;
}

export interface TargetContext extends RunContext {
  readonly target: Target;
  readonly template: Template;
  readonly paths: TargetPaths;
  /** Opens one of the target's log files for appending: one line format, rotated, secrets masked; closed with the target. */
  openLog(path: string): LineLog;
}
export interface BuildContext extends TargetContext {
  /** 1 for the first try. */
  readonly attempt: number;
  readonly request: BuildRequest;
}
export interface DiagnoseContext extends TargetContext {
  readonly result: CommandResult;
  /** The target's whole build log, line by line. */
  readLog(): AsyncIterable<string>;
  report(diagnosis: Diagnosis): void;
}
export interface RecoverContext extends TargetContext {
  readonly result: CommandResult;
  /** The most confident one. */
  readonly diagnosis: Diagnosis | undefined;
  readonly attempt: number;
  /** How many more builds the retry settings allow. */
  readonly attemptsLeft: number;
  readonly budget: RecoveryBudget;
  /** Recoveries of this target that came before, the latest last. */
  readonly history: readonly RecoveryResult[];
  /** What all plugins can do about failures. */
  readonly actions: readonly RecoveryAction[];
  /** How well each action did against this cause in earlier runs, 0 to 1; undefined where nothing is known yet. */
  successRate(action: string): number | undefined;
}
export interface ValidateContext extends TargetContext {
  readonly result: CommandResult;
  readonly artifacts: readonly Artifact[];
  readonly previous: BuildManifest | undefined;
  report(evidence: ValidationEvidenceInput): void;
}
export interface PublishContext extends TargetContext {
  readonly result: CommandResult;
  readonly artifacts: readonly Artifact[];
  readonly evidence: readonly ValidationEvidence[];
  /** What earlier publishers of this run did. */
  readonly publications: readonly Publication[];
}
export interface CloseContext extends RunContext {
  readonly record: RunRecord;
}

/** How a build is asked for; engines map it onto their program's flags. */
export interface BuildRequest {
  readonly vars: Readonly<Record<string, string>>;
  /** Values that may only travel through the environment. */
  readonly secretVars: Readonly<Record<string, string>>;
  readonly varFiles: readonly string[];
  readonly force: boolean;
  readonly onError: 'cleanup' | 'abort' | 'run-cleanup-provisioner';
  readonly timestampUi: boolean;
  readonly useCache: boolean;
  /** Environment variables that win over all others, such as refreshed credentials; nothing of it becomes an argument. */
  readonly environment: Readonly<Record<string, string>>;
}
