import type { RecoverContext, RecoveryAction, RecoveryStepInput } from 'packer-hybrid';
import { proposalOf } from '../actions/built-in-action.ts';

/** An action with the step that it offers. */
export interface Offer {
  readonly action: RecoveryAction;
  readonly step: RecoveryStepInput;
  readonly goesAlong: boolean;
}

/** What all actions say about a failure. */
export interface Offers {
  readonly offers: readonly Offer[];
  /** Why actions that are meant for it do not help, by id. */
  readonly refusals: ReadonlyMap<string, string>;
}

/** Asks every action, in the order given. */
export async function offersFor(context: RecoverContext): Promise<Offers> {
  const offers: Offer[] = [];
  const refusals = new Map<string, string>();
  for (const action of context.actions) {
    context.signal.throwIfAborted();
    const proposal = await proposalOf(action, context);
    if (proposal && 'step' in proposal) {
      offers.push({ action, step: proposal.step, goesAlong: proposal.goesAlong ?? false });
    } else if (proposal) refusals.set(action.id, proposal.refusal);
  }
  return { offers, refusals };
}
