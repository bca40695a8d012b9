import * as z from 'zod';
import { TargetStatus } from '../schema/index.ts';
import type { FileFormat } from './versioned-file.ts';

const history = z.array(z.number().min(0)).max(5);

/** A run in one line, for `status` without opening every run record. */
export const RunSummary = z.strictObject({
  run: z.string(),
  command: z.string(),
  env: z.string(),
  status: z.enum(['running', 'succeeded', 'failed', 'interrupted']),
  exit_code: z.int().nullable(),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
  pid: z.int(),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** What is remembered of a target: how it ended last, and how long it took, for the time that is left. */
export const TargetState = z.strictObject({
  id: z.string(),
  last_run: z.string(),
  last_status: TargetStatus,
  /** Milliseconds of the last five good builds, newest last. */
  durations: history,
  /** The same for each step. */
  steps: z.record(z.string(), history),
});
export type TargetState = z.infer<typeof TargetState>;

const digests = z.record(z.string(), z.string());

/** `state/packer-hybrid.json`: what one run tells the next. */
export const WorkspaceState = z.strictObject({
  version: z.literal(1),
  plugin_versions: z.record(z.string(), z.string()),
  packer_version: z.string().nullable(),
  repository: z.strictObject({ sha: z.string().nullable(), dirty: z.boolean() }),
  /** Template path → digest. */
  templates: digests,
  /** Target slug → digest of the inputs of its last good build. */
  manifests: digests,
  /** Newest last. */
  runs: z.array(RunSummary),
  targets: z.record(z.string(), TargetState),
  /** Target slug → step → its longest silences in the last five good builds, in milliseconds, newest last. */
  silences: z.record(z.string(), z.record(z.string(), history)).default({}),
});
export type WorkspaceState = z.infer<typeof WorkspaceState>;

/** The migration table: an older file is brought up step by step. */
export const stateFormat: FileFormat<WorkspaceState> = {
  version: 1,
  migrations: {},
  schema: WorkspaceState,
};

/** A workspace in which nothing has happened. */
export const emptyState: WorkspaceState = {
  version: 1,
  plugin_versions: {},
  packer_version: null,
  repository: { sha: null, dirty: false },
  templates: {},
  manifests: {},
  runs: [],
  targets: {},
  silences: {},
};
