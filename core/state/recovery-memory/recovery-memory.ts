import * as z from 'zod';
import { FailureClass, LearningData, TemplateChange } from '../../schema/index.ts';
import type { FileFormat } from '../versioned-file.ts';

const count = z.int().min(0);
const millis = z.number().min(0);

/** An attribute that a recovery set for one build. */
export const RememberedEdit = z.strictObject({
  attribute: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  file: z.string(),
  line: z.int().min(1),
});
export type RememberedEdit = z.infer<typeof RememberedEdit>;

/** One failed attempt to build a target, and what became of it. */
export const RecoveryEvent = z.strictObject({
  ...LearningData.shape,
  run: z.string(),
  packer_version: z.string().nullable(),
  edits: z.array(RememberedEdit),
  /** Where the diagnosis wants the template changed. */
  change: TemplateChange.nullable(),
});
export type RecoveryEvent = z.infer<typeof RecoveryEvent>;

/** One build of a target, so that failures are counted among all builds and not alone. */
export const RememberedBuild = z.strictObject({
  run: z.string(),
  at: z.iso.datetime(),
  packer_version: z.string().nullable(),
  ok: z.boolean(),
});
export type RememberedBuild = z.infer<typeof RememberedBuild>;

/** What a cause has cost since the memory began. */
export const CauseTotal = z.strictObject({
  /** Null for all failures that nobody could explain. */
  cause: z.string().nullable(),
  class: FailureClass.nullable(),
  failures: count,
  recovered: count,
  /** Of those that were recovered. */
  repair_ms: millis,
  first_at: z.iso.datetime(),
  last_at: z.iso.datetime(),
});
export type CauseTotal = z.infer<typeof CauseTotal>;

/** How often an action was taken against a cause, and how often the next build ended well; failures of another cause aside. */
export const ActionTotal = z.strictObject({
  cause: z.string().nullable(),
  action: z.string(),
  tried: count,
  recovered: count,
});
export type ActionTotal = z.infer<typeof ActionTotal>;

/** The name of a cause or an action, as it may leave the workspace. */
const shareable = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/);

/** What one workspace has learned about actions, without anything that says whose it is. */
export const SharedRates = z.strictObject({
  /** A random name, so that what comes twice is counted once. */
  origin: z.string().regex(/^[0-9a-f]{32}$/),
  at: z.iso.datetime(),
  rates: z.array(z.strictObject({ ...ActionTotal.shape, cause: shareable, action: shareable })),
});
export type SharedRates = z.infer<typeof SharedRates>;

/** `state/recovery-memory.json`: totals for ever, and the latest failures one by one. */
export const RecoveryMemory = z.strictObject({
  version: z.literal(1),
  /** The random name under which own experience is shared; null before there is any. */
  origin: SharedRates.shape.origin.nullable(),
  causes: z.array(CauseTotal),
  actions: z.array(ActionTotal),
  /** Newest last. */
  events: z.array(RecoveryEvent),
  /** Target id → its latest builds, newest last. */
  builds: z.record(z.string(), z.array(RememberedBuild)),
  imported: z.array(SharedRates),
});
export type RecoveryMemory = z.infer<typeof RecoveryMemory>;

/** The migration table: an older file is brought up step by step. */
export const recoveryMemoryFormat: FileFormat<RecoveryMemory> = {
  version: 1,
  migrations: {},
  schema: RecoveryMemory,
};

/** A workspace in which nothing has failed yet. */
export const emptyRecoveryMemory: RecoveryMemory = {
  version: 1,
  origin: null,
  causes: [],
  actions: [],
  events: [],
  builds: {},
  imported: [],
};
