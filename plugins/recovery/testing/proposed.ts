import type { RecoveryStepInput } from 'packer-hybrid';
import type { BuiltInAction } from '../actions/built-in-action.ts';
import { type FailedBuild, type FailedBuildOptions, failedBuild } from './failed-build.ts';

/** What an action says about a failed build. */
export interface Proposed {
  readonly build: FailedBuild;
  readonly step: RecoveryStepInput | undefined;
  readonly refusal: string | undefined;
}

/** Asks one action what it would do, as the planner does. */
export async function proposed(action: BuiltInAction, options: FailedBuildOptions): Promise<Proposed> {
  const build = await failedBuild(options);
  const proposal = await action.propose(build);
  return {
    build,
    step: proposal && 'step' in proposal ? proposal.step : undefined,
    refusal: proposal && 'refusal' in proposal ? proposal.refusal : undefined,
  };
}
