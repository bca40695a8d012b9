import * as z from 'zod';
import { Artifact } from './artifact.ts';

/** What every wrapped Packer command answers with; `stdout` and `stderr` are bounded tails, the whole is in the log files. */
export const CommandResult = z.strictObject({
  command: z.string(),
  /** The class of architecture's exit-code table: 0, 1, 2, 3 or 130. */
  exit_code: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(130)]),
  /** What the program itself ended with; null when it never ran or was killed. */
  packer_exit_code: z.int().nullable(),
  stdout: z.string(),
  stderr: z.string(),
  log_paths: z.strictObject({ stdout: z.string().nullable(), packer: z.string().nullable() }),
  manifest_path: z.string().nullable(),
  artifacts: z.array(Artifact),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime(),
  retryable: z.boolean(),
  remediation: z.string().nullable(),
});
export type CommandResult = z.infer<typeof CommandResult>;
