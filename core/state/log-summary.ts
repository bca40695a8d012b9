import { stat } from 'node:fs/promises';
import * as z from 'zod';
import { logParts, readLines } from '../log/index.ts';
import { writeJson } from './atomic-write.ts';
import { hashFile } from './hash-file.ts';
import { portablePath } from './is-inside.ts';
import type { WorkspaceFolders } from './paths.ts';
import { logSummaryPath } from './run-paths.ts';
import { type FileFormat, readVersioned } from './versioned-file.ts';

/** A log file as it was when the target ended. */
export const LogFile = z.strictObject({
  path: z.string(),
  size: z.int().min(0),
  sha256: z.string(),
  lines: z.int().min(0),
});
export type LogFile = z.infer<typeof LogFile>;

/** `state/packer/logs/<slug>.json`: where a target's last logs are, what they amount to, and until when they are kept. */
export const LogSummary = z.strictObject({
  version: z.literal(1),
  target: z.string(),
  run: z.string(),
  logs: z.array(LogFile),
  errors: z.int().min(0),
  warnings: z.int().min(0),
  artifact_ids: z.array(z.string()),
  manifest_path: z.string().nullable(),
  /** Reserved for the record of what was removed from logs before they were archived. */
  scrub_manifest: z.null(),
  retention: z.strictObject({ days: z.number().min(0), expires_at: z.iso.datetime().nullable() }),
});
export type LogSummary = z.infer<typeof LogSummary>;

const format: FileFormat<LogSummary> = { version: 1, migrations: {}, schema: LogSummary };
const DAY_MS = 86_400_000;

/** When logs that end now may go; never with 0 days. */
export function retentionOf(days: number, now: Date = new Date()): LogSummary['retention'] {
  const expires = days > 0 ? new Date(now.getTime() + days * DAY_MS).toISOString() : null;
  return { days, expires_at: expires };
}

/** Measures those of the files that exist, the parts that were put aside included. */
export async function describeLogs(root: string, paths: readonly string[]): Promise<readonly LogFile[]> {
  const logs: LogFile[] = [];
  const parts = (await Promise.all(paths.map(logParts))).flat();
  for (const path of parts) {
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) {
      const [sha256, lines] = [await hashFile(path), await countLines(path)];
      logs.push({ path: portablePath(root, path), size: found.size, sha256, lines });
    }
  }
  return logs;
}

/** Replaces what is known of a target's last logs. */
export async function writeLogSummary(
  folders: WorkspaceFolders,
  slug: string,
  summary: LogSummary,
): Promise<void> {
  await writeJson(logSummaryPath(folders, slug), summary);
}

/** What is known of a target's last logs; undefined before the first build. */
export async function readLogSummary(
  folders: WorkspaceFolders,
  slug: string,
): Promise<LogSummary | undefined> {
  return readVersioned(logSummaryPath(folders, slug), format);
}

async function countLines(path: string): Promise<number> {
  let lines = 0;
  for await (const _ of readLines(path)) lines += 1;
  return lines;
}
