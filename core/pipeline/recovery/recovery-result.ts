import { ExitCode } from '../../errors/index.ts';
import type {
  Diagnosis,
  RecoveryOutcome,
  RecoveryPlan,
  RecoveryResult,
  RecoveryValidation,
  Target,
} from '../../schema/index.ts';
import type { AttemptEnd } from './attempt-end.ts';
import type { Executed } from './execute-plan.ts';
import type { FailedAttempt } from './plan-recovery.ts';

export interface RecoveryEnding {
  readonly target: Target;
  /** The step of the build that failed. */
  readonly step: string | null;
  readonly outcome: RecoveryOutcome;
  readonly reason?: string;
  readonly plan: RecoveryPlan;
  readonly failure: Pick<FailedAttempt, 'diagnosis' | 'attempt'>;
  /** Absent when nothing was tried. */
  readonly executed?: Executed;
  /** How the next build ended; absent when there was none. */
  readonly end?: AttemptEnd;
  readonly undone?: readonly { readonly action: string; readonly title: string; readonly done: boolean }[];
  /** Whether the next build reads the template as it was before. */
  readonly isReverted?: boolean;
  /** Milliseconds from the failure to now. */
  readonly duration: number;
}

/** What became of a recovery, in the form in which records and events carry it. */
export function recoveryResult(ending: RecoveryEnding): RecoveryResult {
  const { outcome, plan, failure, executed, target, step, undone = [], duration } = ending;
  const applied = executed?.applied ?? [];
  return {
    success: outcome === 'recovered',
    outcome,
    reason: ending.reason ?? reasonOf(ending),
    plan,
    applied_fixes: [...applied],
    confidence_improvement: improvement(ending),
    validation_results: executed ? validationOf(ending, executed) : [],
    rollback_plan: rollbackOf(plan, undone, ending.isReverted ?? false),
    learning_data: {
      at: new Date().toISOString(),
      target: target.id,
      platform: target.platform,
      cause: failure.diagnosis?.cause ?? null,
      class: failure.diagnosis?.class ?? null,
      step,
      attempt: failure.attempt,
      actions: applied.map(({ action }) => action),
      outcome,
      duration_ms: duration,
    },
  };
}

function reasonOf({ executed, end, plan, outcome }: RecoveryEnding): string {
  if (executed?.error) return executed.error.message;
  if (outcome === 'recovered') return `It was built after this: ${plan.reason}`;
  if (!end) return 'The next build did not come to an end.';
  return end.diagnosis
    ? `The next build failed, too: ${end.diagnosis.cause}.`
    : 'The next build failed, too.';
}

/** How sure it is that the target builds: what speaks against it is the best diagnosis. */
function improvement({ failure, end, executed }: RecoveryEnding): number {
  if (!end || !executed) return 0;
  const before = 1 - (failure.diagnosis?.confidence ?? 1);
  const after = end.result.exit_code === ExitCode.ok ? 1 : 1 - confidenceOf(end.diagnosis);
  return Math.round((after - before) * 1_000) / 1_000;
}

function confidenceOf(diagnosis: Diagnosis | undefined): number {
  return diagnosis?.confidence ?? 1;
}

function validationOf({ end }: RecoveryEnding, { reanalysis, error }: Executed): RecoveryValidation[] {
  const results: RecoveryValidation[] = [];
  if (reanalysis !== undefined) results.push({ check: 're-analysis', ok: true, detail: reanalysis });
  else if (error?.code === 'PH_RECOVERY_FINDINGS')
    results.push({ check: 're-analysis', ok: false, detail: error.message });
  if (!end) return results;
  const isBuilt = end.result.exit_code === ExitCode.ok;
  const detail = isBuilt
    ? 'The next build ended well.'
    : `The next build ended with exit code ${end.result.exit_code}.`;
  results.push({ check: 'rebuild', ok: isBuilt, detail });
  const { artifacts } = end.result;
  const ids = artifacts.flatMap(({ image_ids }) => image_ids).join(', ');
  if (isBuilt) {
    results.push({
      check: 'artifacts',
      ok: true,
      detail: ids === '' ? 'The build makes no image.' : `It made ${ids}.`,
    });
  }
  return results;
}

/** What was undone, else what would have been; null where nothing had to be. */
function rollbackOf(
  { rollback }: RecoveryPlan,
  undone: NonNullable<RecoveryEnding['undone']>,
  isReverted: boolean,
): RecoveryResult['rollback_plan'] {
  const planned = rollback.map((step) => ({ ...step, done: isReverted }));
  const all = [...planned, ...undone];
  return all.length === 0 ? null : all;
}
