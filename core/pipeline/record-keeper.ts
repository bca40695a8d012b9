import type { EventBody, Failure, RunEvent, RunRecord, Target, TargetRecord } from '../schema/index.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type MutableTargetRecord = Mutable<TargetRecord>;
export type MutableRunRecord = Mutable<Omit<RunRecord, 'targets'>> & { targets: MutableTargetRecord[] };

/** Keeps the record of a run while it happens: everything that events tell is written down here, once. */
export interface RecordKeeper {
  readonly run: MutableRunRecord;
  of(target: Target): MutableTargetRecord;
  /** How many lines of that level a target's build has shown. */
  shown(target: Target, level: 'warning' | 'error'): number;
  /** The step that a target's build failed at last. */
  failedStep(target: Target): string | undefined;
  /** Reads one event. */
  note(event: RunEvent): void;
}

/** Starts the record of a run; records of targets that are resumed continue where they were. */
export function createRecordKeeper(
  run: Omit<RunRecord, 'targets'>,
  targets: readonly Target[],
  resumed: readonly TargetRecord[] = [],
): RecordKeeper {
  const before = new Map(resumed.map((record) => [record.target.id, record]));
  const records = new Map(
    targets.map((target) => [target.id, newTargetRecord(target, before.get(target.id))]),
  );
  const record: MutableRunRecord = { ...run, targets: [...records.values()] };
  const byId = (id: string) => {
    const found = records.get(id);
    if (!found) throw new Error(`The run has no target ${id}.`);
    return found;
  };
  const shown = new Map<string, number>();
  const failedSteps = new Map<string, string>();
  return {
    run: record,
    failedStep: ({ id }) => failedSteps.get(id),
    shown: ({ id }, level) => shown.get(`${level} ${id}`) ?? 0,
    of: (target) => byId(target.id),
    note(event) {
      noteRun(record, event);
      if (event.type === 'output') {
        const key = `${event.level} ${event.target}`;
        shown.set(key, (shown.get(key) ?? 0) + 1);
      }
      if (event.type === 'step.finished' && !event.ok && event.target !== undefined)
        failedSteps.set(event.target, event.step);
      if (event.target !== undefined) noteTarget(byId(event.target), event);
    },
  };
}

function newTargetRecord(target: Target, before: TargetRecord | undefined): MutableTargetRecord {
  return {
    target,
    status: 'pending',
    exit_code: 0,
    reached: before?.reached ?? null,
    attempts: before?.attempts ?? 0,
    duration_ms: 0,
    steps: [...(before?.steps ?? [])],
    result: before?.result ?? null,
    diagnoses: [],
    recoveries: [],
    ignored: null,
    evidence: [...(before?.evidence ?? [])],
    publications: [],
    failure: null,
  };
}

function noteRun(record: MutableRunRecord, event: EventBody): void {
  if (event.type === 'check') record.checks.push(event.check);
  else if (event.type === 'finding') record.findings.push(event.finding);
  else if (event.type === 'problem') record.failures.push(failureIn(event));
}

function noteTarget(record: MutableTargetRecord, event: EventBody): void {
  if (event.type === 'step.finished') {
    record.steps.push({ step: event.step, kind: event.kind, duration_ms: event.duration_ms });
  } else if (event.type === 'attempt.started') record.attempts = event.attempt;
  else if (event.type === 'diagnosis') record.diagnoses.push(event.diagnosis);
  else if (event.type === 'recovery.finished') record.recoveries.push(event.recovery);
  else if (event.type === 'failure.ignored') record.ignored = event.reason;
  else if (event.type === 'evidence') record.evidence.push(event.evidence);
  else if (event.type === 'publication') record.publications.push(event.publication);
  else if (event.type === 'publication.retracted' && event.ok) retract(record, event.publication.publisher);
}

function retract(record: MutableTargetRecord, publisher: string): void {
  record.publications = record.publications.map((publication) =>
    publication.publisher === publisher ? { ...publication, retracted: true } : publication,
  );
}

function failureIn({ code, message, remedy, exit_code }: Failure): Failure {
  return { code, message, remedy, exit_code };
}
