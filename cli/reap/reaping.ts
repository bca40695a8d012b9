import type { PluginRegistry } from '../../core/plugin/index.ts';
import type { Processes } from '../../core/process/index.ts';
import type { WorkspaceFolders } from '../../core/state/index.ts';

/** What every part of one reaping works with. */
export interface Reaping {
  readonly folders: WorkspaceFolders;
  readonly dryRun: boolean;
  readonly find: PluginRegistry['find'];
  readonly processes: Processes;
  readonly signal: AbortSignal;
  /** How long processes may take to end themselves. */
  readonly graceMs: number;
  /** Absolute paths of files of finished images: they are never removed. */
  readonly images: readonly string[];
}
