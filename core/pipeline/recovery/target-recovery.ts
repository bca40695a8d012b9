import { ExitCode } from '../../errors/index.ts';
import type { CommandResult, Diagnosis, RecoveryOutcome, RecoveryPlan, Target } from '../../schema/index.ts';
import { readRecoveryMemory, successRateOf } from '../../state/index.ts';
import type { Session } from '../session.ts';
import { type Executed, executePlan } from './execute-plan.ts';
import { asWritten, type NextBuild } from './next-build.ts';
import { refusalOfPlan } from './permission.ts';
import { mayDo } from './permission-of-mode.ts';
import { type FailedAttempt, planRecovery } from './plan-recovery.ts';
import { recoveryResult } from './recovery-result.ts';
import { rollBack } from './rollback.ts';

/** How an attempt ended, as far as its recovery wants to know. */
export interface AttemptEnd {
  readonly result: CommandResult;
  readonly diagnosis: Diagnosis | undefined;
}

/** The recoveries of one target: what its next build differs in, and what became of each. */
export interface TargetRecovery {
  readonly next: NextBuild;
  /** The session as the next build sees it. */
  readonly session: Session;
  /** Says how the build after a recovery ended; does nothing after a build that followed none. */
  settle(end: AttemptEnd): Promise<void>;
  /** Does what can be done about a failure; answers whether to build again. */
  recover(failure: AttemptEnd & Pick<FailedAttempt, 'attempt' | 'attemptsLeft'>): Promise<boolean>;
}

interface Pending {
  readonly plan: RecoveryPlan;
  readonly failure: FailedAttempt;
  readonly began: number;
  readonly executed: Executed;
  readonly before: Pick<TargetRecovery, 'next' | 'session'>;
}

/** Begins the recoveries of a target, before its first build. */
export function targetRecovery(session: Session, target: Target): TargetRecovery {
  const { recovery: shared, settings } = session;
  let now: Pick<TargetRecovery, 'next' | 'session'> = { next: asWritten, session };
  let pending: Pending | undefined;
  let spentMs = 0;

  function budgetOf(attemptsLeft: number): FailedAttempt['budget'] {
    const { minutesPerTarget, minutesPerRun } = settings.recovery.budget;
    const left = Math.min(minutesPerTarget * 60_000 - spentMs, minutesPerRun * 60_000 - shared.spentMs);
    return { attempts_left: attemptsLeft, seconds_left: Math.max(0, Math.floor(left / 1_000)) };
  }
  function spend(began: number): number {
    const took = Math.round(performance.now() - began);
    spentMs += took;
    shared.spentMs += took;
    return took;
  }
  function finish(ending: Omit<Parameters<typeof recoveryResult>[0], 'target' | 'step'>): void {
    const step = session.record.failedStep(target) ?? null;
    const recovery = recoveryResult({ ...ending, target, step });
    session.emit({ type: 'recovery.finished', recovery }, { target: target.id });
  }

  return {
    get next() {
      return now.next;
    },
    get session() {
      return now.session;
    },
    async settle(end) {
      if (!pending) return;
      const { before, executed, failure, plan, began } = pending;
      pending = undefined;
      const isSame = end.diagnosis?.cause === failure.diagnosis?.cause;
      const isBuilt = end.result.exit_code === ExitCode.ok && !session.signal.aborted;
      if (isBuilt && failure.diagnosis) shared.breaker.recovered(failure.diagnosis.cause);
      const undone = isBuilt || !isSame ? [] : await rollBack(session, target, executed.undo);
      if (!isBuilt && isSame) now = before;
      const outcome = isBuilt ? 'recovered' : 'failed';
      finish({ outcome, plan, failure, executed, end, undone, duration: spend(began) });
    },
    async recover({ result, diagnosis, attempt, attemptsLeft }) {
      const began = performance.now();
      const failure: FailedAttempt = {
        ...{ result, diagnosis, attempt, attemptsLeft },
        budget: budgetOf(attemptsLeft),
        history: [...session.record.of(target).recoveries],
        actions: session.registry.recoveryActions,
        successRate: await ratesFor(session, diagnosis?.cause),
      };
      noteStrike(session, target, diagnosis);
      const answer = await planRecovery(now.session, target, failure);
      if (!answer || session.signal.aborted) return false;
      const { plan, decision } = await decide(session, target, { ...answer, failure });
      if (decision) {
        const [outcome, reason] = decision;
        finish({ outcome, reason, plan, failure, duration: spend(began) });
        return false;
      }
      const executed = await executePlan(now.session, target, { plan, failure, next: now.next });
      if (executed.error || session.signal.aborted) {
        const undone = await rollBack(session, target, executed.undo);
        finish({ outcome: 'failed', plan, failure, executed, undone, duration: spend(began) });
        return false;
      }
      pending = { plan, failure, began, executed, before: now };
      now = { next: executed.next, session: executed.session };
      return true;
    },
  };
}

/** What earlier runs know; a memory that cannot be read is no reason to lose a build. */
async function ratesFor(
  { paths }: Session,
  cause: string | undefined,
): Promise<FailedAttempt['successRate']> {
  if (cause === undefined) return () => undefined;
  const memory = await readRecoveryMemory(paths).catch(() => undefined);
  return (action) => memory && successRateOf(memory, { cause, action });
}

/** A cause that strikes target after target is told once. */
function noteStrike({ recovery, emit }: Session, target: Target, diagnosis: Diagnosis | undefined): void {
  if (!diagnosis) return;
  const targets = recovery.breaker.struck(diagnosis.cause, target.id);
  if (targets) emit({ type: 'breaker.opened', cause: diagnosis.cause, targets: [...targets] });
}

interface Decided {
  readonly plan: RecoveryPlan;
  /** Undefined when the plan is to be carried out. */
  readonly decision: readonly [RecoveryOutcome, string] | undefined;
}

/** Tells the plan, and whether it is carried out. */
async function decide(
  session: Session,
  target: Target,
  answer: { readonly plan: RecoveryPlan; readonly plugin: string; readonly failure: FailedAttempt },
): Promise<Decided> {
  const { plugin, failure } = answer;
  const { diagnosis, budget, actions } = failure;
  const isBreakerOpen = diagnosis !== undefined && session.recovery.breaker.isOpen(diagnosis.cause);
  const settings = session.settings.recovery;
  const refusal =
    answer.plan.action === 'escalate'
      ? answer.plan.reason
      : refusalOfPlan({ plan: answer.plan, diagnosis, actions, budget, settings, isBreakerOpen });
  const plan: RecoveryPlan =
    refusal === undefined
      ? answer.plan
      : { ...answer.plan, action: 'escalate', reason: refusal, validation: [], rollback: [] };
  session.emit({ type: 'recovery.planned', plan }, { target: target.id, plugin });
  if (refusal !== undefined) return { plan, decision: ['escalated', refusal] };
  return { plan, decision: await mayDo(session, target, plan) };
}
