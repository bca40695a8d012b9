import type { Diagnosis, RecoveryResult, RunRecord, TargetRecord } from '../../schema/index.ts';
import type { RecoveryEvent, RememberedEdit } from './recovery-memory.ts';

export interface RunFacts {
  readonly packerVersion: string | null;
}

/** Every failed attempt of a run, recovered or not. */
export function eventsOf(record: RunRecord, { packerVersion }: RunFacts): readonly RecoveryEvent[] {
  const common = { run: record.run, packer_version: packerVersion };
  return record.targets.flatMap((target) => [
    ...target.recoveries.map((recovery) => ({ ...common, ...eventOf(recovery, target.diagnoses) })),
    ...unanswered(record, target).map((event) => ({ ...common, ...event })),
  ]);
}

/** Whether a target was really built in this run, and not taken over from an earlier one. */
export function wasBuiltIn({ started_at }: RunRecord, { result, attempts }: TargetRecord): boolean {
  return attempts > 0 && result !== null && result.started_at >= started_at;
}

type Happened = Omit<RecoveryEvent, 'run' | 'packer_version'>;

function eventOf(
  { learning_data, applied_fixes }: RecoveryResult,
  diagnoses: readonly Diagnosis[],
): Happened {
  const edits = applied_fixes.flatMap((fix) => fix.edits.map(remembered));
  const blamed = diagnoses.find(({ cause, change }) => cause === learning_data.cause && change !== undefined);
  return { ...learning_data, edits, change: blamed?.change ?? null };
}

function remembered({
  attribute,
  from,
  to,
  edit: { range },
}: RecoveryResult['applied_fixes'][number]['edits'][number]): RememberedEdit {
  return { attribute, from, to, file: range.file, line: range.start.line };
}

/** The last attempt of a build that nobody did anything about. */
function unanswered(record: RunRecord, target: TargetRecord): readonly Happened[] {
  const { result, attempts, recoveries, diagnoses, status, ignored } = target;
  if (!wasBuiltIn(record, target) || status !== 'failed' || ignored !== null) return [];
  if (result === null || result.exit_code === 0 || result.exit_code === 130) return [];
  if (recoveries.some(({ learning_data }) => learning_data.attempt >= attempts)) return [];
  const [surest] = diagnoses.toSorted((a, b) => b.confidence - a.confidence);
  return [
    {
      at: result.finished_at,
      target: target.target.id,
      platform: target.target.platform,
      cause: surest?.cause ?? null,
      class: surest?.class ?? null,
      step: null,
      attempt: attempts,
      actions: [],
      outcome: 'escalated',
      duration_ms: 0,
      edits: [],
      change: surest?.change ?? null,
    },
  ];
}
