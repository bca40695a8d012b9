import * as z from 'zod';
import { Artifact } from './artifact.ts';
import { Check } from './check.ts';
import { Diagnosis } from './diagnosis.ts';
import { ValidationEvidence } from './evidence.ts';
import { Finding } from './finding.ts';
import { Publication } from './publication.ts';
import { RecoveryPlan, RecoveryResult, RecoveryStep } from './recovery.ts';
import { Stage } from './stage.ts';
import { Target } from './target.ts';

const millis = z.number().min(0);
export const TargetStatus = z.enum([
  'succeeded',
  'failed',
  'refused',
  'interrupted',
  'unchanged',
  'planned',
  'pending',
]);
export type TargetStatus = z.infer<typeof TargetStatus>;

const failure = { code: z.string(), message: z.string(), remedy: z.string(), exit_code: z.int() };

/** What a run tells the world. Everything that happens is one of these; nothing else is printed or recorded. */
export const EventBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('run.started'),
    command: z.string(),
    env: z.string(),
    dry_run: z.boolean(),
    version: z.string(),
  }),
  z.strictObject({ type: z.literal('run.targets'), targets: z.array(Target) }),
  z.strictObject({ type: z.literal('run.interrupted'), signal: z.string(), pending: z.array(z.string()) }),
  z.strictObject({
    type: z.literal('run.finished'),
    status: TargetStatus,
    exit_code: z.int(),
    duration_ms: millis,
  }),
  z.strictObject({ type: z.literal('stage.started'), stage: Stage }),
  z.strictObject({ type: z.literal('stage.finished'), stage: Stage, ok: z.boolean(), duration_ms: millis }),
  z.strictObject({ type: z.literal('target.queued') }),
  z.strictObject({ type: z.literal('target.started') }),
  z.strictObject({
    type: z.literal('target.finished'),
    status: TargetStatus,
    exit_code: z.int(),
    duration_ms: millis,
    reason: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('attempt.started'), attempt: z.int().min(1) }),
  z.strictObject({
    type: z.literal('attempt.finished'),
    attempt: z.int().min(1),
    exit_code: z.int(),
    duration_ms: millis,
  }),
  z.strictObject({ type: z.literal('step.started'), step: z.string(), kind: z.string(), text: z.string() }),
  z.strictObject({
    type: z.literal('step.finished'),
    step: z.string(),
    kind: z.string(),
    ok: z.boolean(),
    duration_ms: millis,
  }),
  z.strictObject({
    type: z.literal('output'),
    level: z.enum(['info', 'warning', 'error']),
    text: z.string(),
  }),
  z.strictObject({ type: z.literal('check'), check: Check }),
  z.strictObject({ type: z.literal('finding'), finding: Finding }),
  z.strictObject({ type: z.literal('gate.refused'), ...failure }),
  z.strictObject({ type: z.literal('artifact'), artifact: Artifact }),
  z.strictObject({ type: z.literal('diagnosis'), diagnosis: Diagnosis }),
  z.strictObject({ type: z.literal('recovery.planned'), plan: RecoveryPlan }),
  z.strictObject({ type: z.literal('recovery.asked'), question: z.string(), answer: z.boolean() }),
  z.strictObject({ type: z.literal('recovery.step.started'), step: RecoveryStep }),
  z.strictObject({
    type: z.literal('recovery.step.finished'),
    action: z.string(),
    ok: z.boolean(),
    detail: z.string(),
  }),
  z.strictObject({
    type: z.literal('recovery.rolled-back'),
    action: z.string(),
    title: z.string(),
    ok: z.boolean(),
    reason: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('recovery.finished'), recovery: RecoveryResult }),
  z.strictObject({ type: z.literal('breaker.opened'), cause: z.string(), targets: z.array(z.string()) }),
  z.strictObject({ type: z.literal('failure.ignored'), cause: z.string().nullable(), reason: z.string() }),
  z.strictObject({
    type: z.literal('stalled'),
    /** Seconds without any output, and the longest that such a silence was before. */
    silent_seconds: millis,
    usual_seconds: millis.nullable(),
    step: z.string().nullable(),
    advice: z.string(),
    aborts: z.boolean(),
  }),
  z.strictObject({ type: z.literal('evidence'), evidence: ValidationEvidence }),
  z.strictObject({ type: z.literal('publication'), publication: Publication }),
  z.strictObject({
    type: z.literal('publication.retracted'),
    publication: Publication,
    ok: z.boolean(),
    reason: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('install.started'),
    what: z.string(),
    why: z.string(),
    command: z.string(),
  }),
  z.strictObject({
    type: z.literal('install.finished'),
    what: z.string(),
    ok: z.boolean(),
    duration_ms: millis,
  }),
  z.strictObject({ type: z.literal('process.started'), command: z.string(), pid: z.int() }),
  z.strictObject({
    type: z.literal('process.finished'),
    command: z.string(),
    pid: z.int(),
    ended: z.string(),
    exit_code: z.int().nullable(),
    duration_ms: millis,
  }),
  z.strictObject({ type: z.literal('problem'), hook: z.string(), ...failure }),
  z.strictObject({ type: z.literal('note'), text: z.string() }),
]);
export type EventBody = z.infer<typeof EventBody>;

/** The envelope of every event, one line each in `logs/<run>/events.ndjson`. */
export const EventEnvelope = z.object({
  v: z.literal(1),
  run: z.string(),
  seq: z.int().min(0),
  at: z.iso.datetime(),
  target: z.string().optional(),
  plugin: z.string().optional(),
});
export type RunEvent = z.infer<typeof EventEnvelope> & EventBody;

/** Reads one line of an event file. */
export const RunEvent = z.looseObject({}).transform((raw, ctx): RunEvent => {
  const { v, run, seq, at, target, plugin, ...body } = raw as Record<string, unknown>;
  const envelope = EventEnvelope.safeParse({ v, run, seq, at, target, plugin });
  const parsed = EventBody.safeParse(body);
  if (envelope.success && parsed.success) return { ...envelope.data, ...parsed.data };
  ctx.addIssue({ code: 'custom', message: 'not an event of version 1' });
  return z.NEVER;
});
