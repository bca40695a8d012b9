import { reasonOf } from '../../errors/index.ts';
import type { RollbackStep, Target } from '../../schema/index.ts';
import type { Session } from '../session.ts';
import { stagePolicies } from '../stage-policies.ts';

/** What undoes a step that was taken. */
export interface Undo extends RollbackStep {
  undo(signal: AbortSignal): Promise<void>;
}

/** Undoes steps in reverse; a step that cannot be undone does not keep the others from it. */
export async function rollBack(
  session: Session,
  target: Target,
  undo: readonly Undo[],
): Promise<readonly (RollbackStep & { readonly done: boolean })[]> {
  const done: (RollbackStep & { readonly done: boolean })[] = [];
  for (const { action, title, undo: undoStep } of undo.toReversed()) {
    const reason = await failureOf(undoStep);
    session.emit(
      {
        type: 'recovery.rolled-back',
        action,
        title,
        ok: reason === undefined,
        ...(reason !== undefined && { reason }),
      },
      { target: target.id },
    );
    done.push({ action, title, done: reason === undefined });
  }
  return done;
}

/** A signal of its own: the run may be cancelled already, and must still clean up. */
async function failureOf(undo: Undo['undo']): Promise<string | undefined> {
  try {
    await undo(AbortSignal.timeout(stagePolicies.recover.graceMs));
    return undefined;
  } catch (cause) {
    return reasonOf(cause);
  }
}
