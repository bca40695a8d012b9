import { ExitCode, type HybridError } from '../../errors/index.ts';
import type { Diagnosis, RecoveryPlan, Target } from '../../schema/index.ts';
import { readRecoveryMemory, successRateOf } from '../../state/index.ts';
import type { Session } from '../session.ts';
import type { AttemptEnd } from './attempt-end.ts';
import { decide } from './decide.ts';
import { type Executed, executePlan } from './execute-plan.ts';
import { asWritten, type NextBuild } from './next-build.ts';
import { type FailedAttempt, planRecovery } from './plan-recovery.ts';
import { type RecoveryEnding, recoveryResult } from './recovery-result.ts';
import { rollBack } from './rollback.ts';

/** What comes of a failure. */
export interface RecoveryAnswer {
  readonly goesOn: boolean;
  readonly error?: HybridError | undefined;
}

/** The recoveries of one target: what its next build differs in, and what became of each. */
export interface TargetRecovery {
  readonly next: NextBuild;
  /** The session as the next build sees it. */
  readonly session: Session;
  /** Says how the build after a recovery ended; does nothing after a build that followed none. */
  settle(end: AttemptEnd): Promise<void>;
  /** Does what can be done about a failure; answers whether to build again, and why a step that was to help did not. */
  recover(failure: AttemptEnd & Pick<FailedAttempt, 'attempt' | 'attemptsLeft'>): Promise<RecoveryAnswer>;
  /** Ends what nobody settled, as when the build after a recovery could not even begin. */
  close(): Promise<void>;
}

interface Pending {
  readonly plan: RecoveryPlan;
  readonly failure: FailedAttempt;
  readonly began: number;
  readonly executed: Executed;
  readonly before: Pick<TargetRecovery, 'next' | 'session'>;
}

/** What is known of a target's recoveries so far. */
interface Course {
  readonly session: Session;
  readonly target: Target;
  now: Pick<TargetRecovery, 'next' | 'session'>;
  pending: Pending | undefined;
  spentMs: number;
}

/** Begins the recoveries of a target, before its first build. */
export function targetRecovery(session: Session, target: Target): TargetRecovery {
  const environment = session.recovery.environments.get(target.platform) ?? {};
  const now = { next: { ...asWritten, environment }, session };
  const course: Course = { session, target, now, pending: undefined, spentMs: 0 };
  return {
    get next() {
      return course.now.next;
    },
    get session() {
      return course.now.session;
    },
    settle: (end) => settle(course, end),
    recover: (failure) => recover(course, failure),
    close: () => close(course),
  };
}

async function settle(course: Course, end: AttemptEnd): Promise<void> {
  const { session, target, pending } = course;
  if (!pending) return;
  const { before, executed, failure, plan, began } = pending;
  course.pending = undefined;
  const isSame = end.diagnosis?.cause === failure.diagnosis?.cause;
  const isBuilt = end.result.exit_code === ExitCode.ok && !session.signal.aborted;
  if (isBuilt && failure.diagnosis) session.recovery.breaker.recovered(failure.diagnosis.cause);
  const undone = isBuilt || !isSame ? [] : await rollBack(session, target, executed.undo);
  const isReverted = !isBuilt && isSame;
  if (isReverted) course.now = before;
  const outcome = isBuilt ? 'recovered' : 'failed';
  finish(course, { outcome, plan, failure, executed, end, undone, isReverted, began });
}

async function close(course: Course): Promise<void> {
  const { session, target, pending } = course;
  if (!pending) return;
  const { executed, failure, plan, began } = pending;
  course.pending = undefined;
  const undone = await rollBack(session, target, executed.undo);
  finish(course, { outcome: 'failed', plan, failure, executed, undone, isReverted: true, began });
}

async function recover(
  course: Course,
  failed: Parameters<TargetRecovery['recover']>[0],
): Promise<RecoveryAnswer> {
  const { session, target, now } = course;
  const began = performance.now();
  const failure: FailedAttempt = {
    ...failed,
    budget: budgetOf(course, failed.attemptsLeft),
    history: [...session.record.of(target).recoveries],
    actions: session.registry.recoveryActions,
    successRate: await ratesFor(session, failed.diagnosis?.cause),
  };
  noteStrike(session, target, failed.diagnosis);
  const answer = await planRecovery(now.session, target, failure);
  if (!answer || session.signal.aborted) return { goesOn: false };
  const { plan, decision } = await decide(session, target, { ...answer, failure });
  if (decision) {
    const [outcome, reason] = decision;
    finish(course, { outcome, reason, plan, failure, began });
    return { goesOn: false };
  }
  const executed = await executePlan(now.session, target, { plan, failure, next: now.next });
  if (executed.error || session.signal.aborted) {
    const undone = await rollBack(session, target, executed.undo);
    finish(course, { outcome: 'failed', plan, failure, executed, undone, isReverted: true, began });
    return { goesOn: false, error: executed.error };
  }
  course.pending = { plan, failure, began, executed, before: now };
  course.now = { next: executed.next, session: executed.session };
  return { goesOn: true };
}

function budgetOf({ session, spentMs }: Course, attemptsLeft: number): FailedAttempt['budget'] {
  const { minutesPerTarget, minutesPerRun } = session.settings.recovery.budget;
  const left = Math.min(
    minutesPerTarget * 60_000 - spentMs,
    minutesPerRun * 60_000 - session.recovery.spentMs,
  );
  return { attempts_left: attemptsLeft, seconds_left: Math.max(0, Math.floor(left / 1_000)) };
}

type Ending = Omit<RecoveryEnding, 'target' | 'step' | 'duration'> & { readonly began: number };

/** Tells what became of a recovery, and takes its time from the budgets. */
function finish(course: Course, { began, ...ending }: Ending): void {
  const { session, target } = course;
  const duration = Math.round(performance.now() - began);
  course.spentMs += duration;
  session.recovery.spentMs += duration;
  const step = session.record.failedStep(target) ?? null;
  const recovery = recoveryResult({ ...ending, target, step, duration });
  session.emit({ type: 'recovery.finished', recovery }, { target: target.id });
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
