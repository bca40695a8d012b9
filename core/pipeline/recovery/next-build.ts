/** How the next build of a target differs from what the user wrote; the user's own files stay as they are. */
export interface NextBuild {
  /** Texts that stand in for files of the template, by absolute path. */
  readonly overlay: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it wants its platform for itself. */
  readonly alone: boolean;
}

/** A build as the user wrote it. */
export const asWritten: NextBuild = { overlay: new Map(), environment: {}, alone: false };
