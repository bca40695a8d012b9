import type { RecoverySettings } from '../../plugin/index.ts';
import { type Breaker, createBreaker } from './breaker.ts';
import { type BuildTurns, createBuildTurns } from './build-turns.ts';
import type { NextBuild } from './next-build.ts';

/** What the recoveries of all targets of a run share. */
export interface RecoveryState {
  readonly breaker: Breaker;
  readonly turns: BuildTurns;
  /** What builds of a platform were given to go on with, such as fresh credentials: those of its other targets need it too. */
  readonly environments: Map<string, NextBuild['environment']>;
  /** Milliseconds that recoveries of the run have taken so far. */
  spentMs: number;
}

export function createRecoveryState({ breaker }: RecoverySettings): RecoveryState {
  return { breaker: createBreaker(breaker), turns: createBuildTurns(), environments: new Map(), spentMs: 0 };
}
