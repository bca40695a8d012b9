import type { RunEvent, RunRecord, Target } from '../../core/schema/index.ts';
import type { Output } from '../output.ts';
import type { Style } from '../style.ts';

/** Shows a run to somebody; it reads events and the record, and nothing else. */
export interface Reporter {
  onEvent(event: RunEvent): void;
  finish(record: RunRecord, files?: FilesOfRun): void;
  /** Keeps the terminal still for a question; what happens meanwhile is shown when the returned function is called. */
  hold?(): () => void;
  /** Gives the terminal back; called in the end, also when the run failed before it had a record. */
  close(): void;
}

/** Files that a run left for people, as absolute paths. */
export interface FilesOfRun {
  readonly patches: readonly RecoveryPatch[];
  /** Reports of what has to be looked at by a person. */
  readonly reports: readonly string[];
}

/** What a recovery corrected, or would, as a patch for the user's own files. */
export interface RecoveryPatch {
  /** Targets that need it. */
  readonly targets: readonly Target[];
  /** Whether it still fits: the files can have changed since the run began. */
  readonly fits: boolean;
  /** Undefined where it was not written. */
  readonly path: string | undefined;
}

export interface ReporterOptions {
  readonly output: Output;
  readonly style: Style;
  readonly verbosity: 'quiet' | 'normal' | 'verbose';
  /** Whether the output goes to a log that nobody watches live. */
  readonly ci: boolean;
  /** Milliseconds that each target's build took before, by slug. */
  readonly history: ReadonlyMap<string, number>;
  /** Folder that paths are shown relative to. */
  readonly cwd: string;
  readonly workspaceRoot: string;
}

/** What a reporter's module exports. */
export type CreateReporter = (options: ReporterOptions) => Reporter | Promise<Reporter>;
