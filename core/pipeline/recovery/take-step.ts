import { setTimeout as delay } from 'node:timers/promises';
import { HybridError } from '../../errors/index.ts';
import type { RecoveryAction, RecoveryActionOutcome } from '../../plugin/index.ts';
import type { RecoveryStep, Target } from '../../schema/index.ts';
import type { Session } from '../session.ts';
import { openLogs, targetContext } from '../target-context.ts';
import { actionDoors } from './action-doors.ts';
import { editedTemplate } from './edited-template.ts';
import type { NextBuild } from './next-build.ts';
import { withTemplate } from './overlaid-template.ts';
import type { FailedAttempt } from './plan-recovery.ts';

/** The next build as far as it is prepared. */
export interface Now {
  readonly next: NextBuild;
  readonly session: Session;
}

export interface StepTask {
  readonly step: RecoveryStep;
  readonly failure: FailedAttempt;
}

/** Makes a step's edits, lets its action act, and waits as long as it says; rejects with why it could not. */
export async function takeStep(
  now: Now,
  target: Target,
  { step, failure }: StepTask,
): Promise<{ readonly now: Now; readonly outcome: RecoveryActionOutcome }> {
  let { session, next } = now;
  if (step.edits.length > 0) {
    const { template, overlay } = await editedTemplate(session, target, { step, next });
    next = { ...next, overlay };
    session = withTemplate(session, template);
  }
  const outcome = await act(session, target, {
    ...{ step, failure, next },
    change: (to) => {
      next = to;
    },
  });
  if (step.wait_seconds > 0) await delay(step.wait_seconds * 1_000, undefined, { signal: session.signal });
  return { now: { next, session }, outcome };
}

interface Act extends StepTask {
  readonly next: NextBuild;
  readonly change: (to: NextBuild) => void;
}

async function act(
  session: Session,
  target: Target,
  { step, failure, next, change }: Act,
): Promise<RecoveryActionOutcome> {
  const { recoveryActions: actions } = session.registry;
  const action = actions.find(({ id }) => id === step.action);
  if (!action && step.action !== 'retry') {
    const known = actions.map(({ id }) => id);
    throw new HybridError('PH_RECOVERY_ACTION_UNKNOWN', { action: step.action, known });
  }
  const execute = action?.execute?.bind(action);
  if (!action || !execute) return { detail: step.title };
  const logs = openLogs(session);
  const task = { plugin: ownerOf(session, action), hook: 'recover', target: target.id } as const;
  try {
    return await session.runner.guard({ ...task, signal: session.signal }, (scope) => {
      const context = { ...targetContext(session, target, { scope, logs }), ...failure, step };
      return execute({ ...context, ...actionDoors(session, target, { next, change }) });
    });
  } finally {
    await logs.close();
  }
}

/** The plugin that contributes an action. */
function ownerOf({ registry }: Session, action: RecoveryAction): string {
  const owner = registry.plugins.find(({ contributes }) => contributes.recoveryActions?.includes(action));
  return owner?.name ?? action.id;
}
