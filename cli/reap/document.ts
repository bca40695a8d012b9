/** What `reap --format json` prints. */
export interface ReapDocument {
  readonly version: 1;
  readonly dry_run: boolean;
  readonly leftovers: readonly Leftover[];
  /** Platforms on which nobody could look for machines of a killed run. */
  readonly unsearched: readonly Unsearched[];
  /** Runs that were left alone. */
  readonly skipped: readonly { readonly run: string; readonly reason: string }[];
}

/**
 * `found` is what a dry run would remove, `kept` what could not be proven to be ours, `failed` what was ours and is still
 * there.
 */
export type Outcome = 'found' | 'removed' | 'kept' | 'failed';

/** One thing that a killed run left. */
export interface Leftover {
  /** Null for a lock, which names a process and no run. */
  readonly run: string | null;
  readonly kind: 'process' | 'machine' | 'folder' | 'file' | 'lock';
  /** A command line, a path or the name of a machine. */
  readonly what: string;
  readonly pid: number | null;
  readonly outcome: Outcome;
  /** Why it was kept, or why it could not be removed. */
  readonly reason: string | null;
}

export interface Unsearched {
  readonly run: string;
  readonly platform: string;
  readonly reason: string;
  readonly remedy: string;
}
