import type { RecoveryStep, RecoveryStepInput } from '../schema/index.ts';
import type { RecoverContext } from './context.ts';
import type { PluginApi } from './plugin.ts';

/** What an action needs to do its step; everything that could harm is behind a door that looks for proof. */
export interface RecoveryActionContext extends RecoverContext {
  readonly step: RecoveryStep;
  /** A service that some plugin offers. */
  readonly find: PluginApi<unknown>['find'];
  /**
   * Environment variables for the next build, such as fresh credentials: masked everywhere, never arguments. Targets of
   * the platform that are still to be built get them as well.
   * Throws PH_RECOVERY_SAME_SECRET when none of the values is new to this run.
   */
  setEnvironment(values: Readonly<Record<string, string>>): void;
  /** Gives the next build what another target of its platform was given and this one has not used; answers with the names. */
  takeEnvironment(): readonly string[];
  /** Removes a file or folder that this run, or a killed one, provably made; rejects with PH_RECOVERY_NOT_OURS. */
  removeOwn(path: string): Promise<void>;
  /** Lets the next build of this target run alone on its platform, and targets that still wait run one by one. */
  runAlone(): void;
}

/** What a step did, and how to undo it when a later step of the plan fails. */
export interface RecoveryActionOutcome {
  readonly detail: string;
  readonly rollback?: { readonly title: string; undo(signal: AbortSignal): Promise<void> };
}

/** Something that can be done about a failure without a person; the id is what diagnoses name as their `action`. */
export interface RecoveryAction {
  readonly id: string;
  /** Whether another build has a chance afterwards although the cause does not go away by itself. */
  readonly corrects: boolean;
  /** The step that it would take, or undefined where it cannot help; looks, and changes nothing. */
  plan(context: RecoverContext): RecoveryStepInput | undefined | Promise<RecoveryStepInput | undefined>;
  /** Takes the step; edits of the template and the wait are made without it. Rejects when it could not. */
  execute?(context: RecoveryActionContext): Promise<RecoveryActionOutcome>;
}
