import type { RecoverySettings } from '../../plugin/index.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { type BuildTurns, createBuildTurns } from './build-turns.ts';

/** What the recoveries of all targets of a run share. */
export interface RecoveryState {
  readonly breaker: Breaker;
  readonly turns: BuildTurns;
  /** Milliseconds that recoveries of the run have taken so far. */
  spentMs: number;
}

export function createRecoveryState({ breaker }: RecoverySettings): RecoveryState {
  return { breaker: createBreaker(breaker), turns: createBuildTurns(), spentMs: 0 };
}
