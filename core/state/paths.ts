/** Absolute folders of a workspace, as the configuration resolved them. */
export interface WorkspaceFolders {
  readonly root: string;
  readonly configs: string;
  readonly artifacts: string;
  readonly logs: string;
  readonly state: string;
  /** Managed downloads, images and build caches; safe to delete. */
  readonly cache: string;
}

/** The folders as one run sees them. */
export interface WorkspacePaths extends WorkspaceFolders {
  /** `logs/<run>`: everything that this run writes. */
  readonly run: string;
}

/** Absolute paths that belong to one target alone; all carry its slug. */
export interface TargetPaths {
  /** What Packer showed, one line each with time, level and component. */
  readonly log: string;
  /** What `PACKER_LOG` said, secrets masked. */
  readonly packerLog: string;
  readonly manifest: string;
  readonly hash: string;
  readonly summary: string;
  /** The target's own `PACKER_CACHE_DIR`. */
  readonly packerCache: string;
  /** Scratch space of this run and target, removed when it ends. */
  readonly work: string;
}
