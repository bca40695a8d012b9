import * as z from 'zod';

const stamp = { v: z.literal(1), at: z.iso.datetime(), id: z.string() };

const runIntent = z.object({
  kind: z.literal('run'),
  run: z.string(),
  pid: z.int(),
  /** Clock ticks between the start of the machine and of the process; null where the system does not tell. */
  start: z.int().nullable(),
  /** Machine and numbering of processes that the numbers belong to. */
  place: z.string(),
  /** Changes with each start of the machine; null where the system does not tell. */
  boot: z.string().nullable(),
});
const processIntent = z.object({ kind: z.literal('process'), command: z.string() });
const pathIntent = z.object({
  kind: z.enum(['folder', 'file']),
  /** Absolute, and nothing was there when this was written. */
  path: z.string(),
  /** The slug of the target that needs it. */
  target: z.string().nullable(),
});
const machineIntent = z.object({
  kind: z.literal('machine'),
  platform: z.string(),
  /** The slug of the target that needs it. */
  target: z.string(),
  /** Whether the template lets the machine bear a mark, where the platform needs that. */
  marked: z.boolean().optional(),
});

const sightedProcess = z.object({ pid: z.int(), start: z.int().nullable(), group: z.int() });
const sightedPath = z.object({ device: z.number(), inode: z.number(), born: z.number() });

/** What is about to be made. */
export type RunIntent = z.infer<typeof runIntent>;
export type ProcessIntent = z.infer<typeof processIntent>;
export type PathIntent = z.infer<typeof pathIntent>;
export type MachineIntent = z.infer<typeof machineIntent>;
export type Intent = RunIntent | ProcessIntent | PathIntent | MachineIntent;

/** What was really made: it tells the thing itself from a later one of the same number or name. */
export type SightedProcess = z.infer<typeof sightedProcess>;
export type SightedPath = z.infer<typeof sightedPath>;
export type Sighting = SightedProcess | SightedPath;

/** Why an entry needs no more care. */
export const Closing = z.enum(['gone', 'kept', 'taken over', 'reaped', 'over']);
export type Closing = z.infer<typeof Closing>;

/** One line of `state/journal/<run>.ndjson`. */
export const JournalLine = z.union([
  ...[runIntent, processIntent, pathIntent, machineIntent].map((intent) =>
    z.object(stamp).extend(intent.shape),
  ),
  z.object(stamp).extend({ saw: z.union([sightedProcess, sightedPath]) }),
  z.object(stamp).extend({ closed: Closing }),
]);
export type JournalLine = { readonly v: 1; readonly at: string; readonly id: string } & (
  | Intent
  | { readonly saw: Sighting }
  | { readonly closed: Closing }
);
