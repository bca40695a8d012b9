import type { RunEvent, RunRecord } from '../../core/schema/index.ts';
import type { Output } from '../output.ts';
import type { Style } from '../style.ts';

/** Shows a run to somebody; it reads events and the record, and nothing else. */
export interface Reporter {
  onEvent(event: RunEvent): void;
  finish(record: RunRecord): void;
  /** Gives the terminal back; called in the end, also when the run failed before it had a record. */
  close(): void;
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
