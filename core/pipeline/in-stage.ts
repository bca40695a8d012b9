import type { Stage, Target } from '../schema/index.ts';
import type { Session } from './session.ts';

export interface Place {
  readonly stage: Stage;
  /** Absent for a stage of the whole run. */
  readonly target?: Target;
}

/** Tells when the run or a target enters and leaves a stage; `work` may answer false for a stage that did not go well. */
export async function inStage(
  { emit }: Pick<Session, 'emit'>,
  { stage, target }: Place,
  work: () => Promise<boolean | void>,
): Promise<void> {
  const began = performance.now();
  const origin = { target: target?.id };
  const finish = (ok: boolean) => {
    const duration_ms = Math.round(performance.now() - began);
    emit({ type: 'stage.finished', stage, ok, duration_ms }, origin);
  };
  emit({ type: 'stage.started', stage }, origin);
  try {
    finish((await work()) ?? true);
  } catch (error) {
    finish(false);
    throw error;
  }
}
