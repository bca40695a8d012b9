import { asHybridError, type HybridError } from '../../errors/index.ts';
import type { RecoveryActionOutcome } from '../../plugin/index.ts';
import type { AppliedFix, RecoveryPlan, RecoveryStep, Target } from '../../schema/index.ts';
import type { Session } from '../session.ts';
import type { NextBuild } from './next-build.ts';
import type { FailedAttempt } from './plan-recovery.ts';
import { reanalyze } from './reanalyze.ts';
import type { Undo } from './rollback.ts';
import { takeStep } from './take-step.ts';

export interface Execution {
  readonly plan: RecoveryPlan;
  readonly failure: FailedAttempt;
  /** How the failed build differed from what the user wrote. */
  readonly next: NextBuild;
}

/** How far a plan was carried out; `error` is why it stopped before its end. */
export interface Executed {
  readonly next: NextBuild;
  /** The session in which the template reads as the next build's. */
  readonly session: Session;
  readonly applied: readonly AppliedFix[];
  readonly undo: readonly Undo[];
  readonly reanalysis: string | undefined;
  readonly error: HybridError | undefined;
}

/** Takes the steps of a plan in their order and looks at the corrected template again; never rejects. */
export async function executePlan(session: Session, target: Target, execution: Execution): Promise<Executed> {
  const { plan } = execution;
  const applied: AppliedFix[] = [];
  const undo: Undo[] = [];
  let now = { next: execution.next, session };
  let reanalysis: string | undefined;
  try {
    for (const step of stepsOf(plan)) {
      session.emit({ type: 'recovery.step.started', step }, { target: target.id });
      const taken = await takeStep(now, target, { ...execution, step }).catch((cause) => {
        throw noteFailure(session, target, { step, cause, applied });
      });
      now = taken.now;
      applied.push(appliedFix(step, { ok: true, ...taken.outcome }));
      if (taken.outcome.rollback) undo.push({ action: step.action, ...taken.outcome.rollback });
      tell(session, target, applied.at(-1));
    }
    if (plan.steps.some(({ edits }) => edits.length > 0)) reanalysis = await reanalyze(now.session, target);
    return { ...now, applied, undo, reanalysis, error: undefined };
  } catch (cause) {
    return { next: execution.next, session, applied, undo, reanalysis, error: asHybridError(cause) };
  }
}

/** A plan without steps is another build after its wait. */
function stepsOf({ steps, wait_seconds }: RecoveryPlan): readonly RecoveryStep[] {
  if (steps.length > 0 && wait_seconds === 0) return steps;
  const title = wait_seconds > 0 ? `Build again after ${wait_seconds} seconds.` : 'Build again.';
  return [...steps, { action: 'retry', title, wait_seconds, edits: [], details: {} }];
}

function noteFailure(
  session: Session,
  target: Target,
  {
    step,
    cause,
    applied,
  }: { readonly step: RecoveryStep; readonly cause: unknown; readonly applied: AppliedFix[] },
): HybridError {
  // A wait that is cut short only says that it was; the run knows why.
  const error = asHybridError(session.signal.aborted ? session.signal.reason : cause);
  applied.push(appliedFix(step, { ok: false, detail: error.message }));
  tell(session, target, applied.at(-1));
  return error;
}

function appliedFix(
  { action, title, edits }: RecoveryStep,
  { ok, detail, rollback }: RecoveryActionOutcome & { readonly ok: boolean },
): AppliedFix {
  return { action, title, ok, detail, edits, rollback: rollback?.title ?? null };
}

function tell({ emit }: Session, target: Target, fix: AppliedFix | undefined): void {
  if (!fix) return;
  const { action, ok, detail } = fix;
  emit({ type: 'recovery.step.finished', action, ok, detail }, { target: target.id });
}
