import type { FixPlan } from './plan-fixes.ts';

export interface WriteFixes {
  /** The text of a file as it is now, by path from the workspace root; undefined when it is gone. */
  read(path: string): Promise<string | undefined>;
  /** Replaces a file as a whole, or not at all. */
  write(path: string, text: string): Promise<void>;
  readonly signal?: AbortSignal;
}

export interface WrittenFixes {
  readonly written: readonly string[];
  /** Files that changed since they were analysed, and were left alone. */
  readonly changedMeanwhile: readonly string[];
}

/** Carries a plan out, file by file; a file that somebody edited since the analysis is not touched. */
export async function writeFixes(
  { files }: FixPlan,
  { read, write, signal }: WriteFixes,
): Promise<WrittenFixes> {
  const written: string[] = [];
  const changedMeanwhile: string[] = [];
  for (const { path, before, after } of files) {
    signal?.throwIfAborted();
    if ((await read(path)) !== before) {
      changedMeanwhile.push(path);
      continue;
    }
    await write(path, after);
    written.push(path);
  }
  return { written, changedMeanwhile };
}
