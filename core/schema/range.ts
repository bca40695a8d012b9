import * as z from 'zod';

/** A place in a text file: lines and columns from 1, offset from 0, all in UTF-16 code units. */
export const Position = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  offset: z.int().min(0),
});
export type Position = z.infer<typeof Position>;

/** A stretch of a file, end exclusive; `file` is relative to the workspace root and uses `/`. */
export const SourceRange = z.strictObject({ file: z.string(), start: Position, end: Position });
export type SourceRange = z.infer<typeof SourceRange>;
