import type { RecoverContext, RecoveryAction, RecoveryStepInput } from 'packer-hybrid';

/**
 * The step that an action would take, or why it cannot help, as a sentence; undefined where the failure is not its concern.
 * A step that only goes along makes the next build safer, and is no reason to build again.
 */
export type Proposal =
  | { readonly step: RecoveryStepInput; readonly goesAlong?: true }
  | { readonly refusal: string }
  | undefined;

/** An action that also says why it does not help: people read it when a failure is handed over. */
export interface BuiltInAction extends RecoveryAction {
  propose(context: RecoverContext): Proposal | Promise<Proposal>;
}

type Definition = Pick<BuiltInAction, 'id' | 'corrects' | 'propose' | 'execute'>;

/** Makes an action out of what it proposes. */
export function builtInAction(definition: Definition): BuiltInAction {
  return {
    ...definition,
    async plan(context) {
      const proposal = await definition.propose(context);
      return proposal && 'step' in proposal && !proposal.goesAlong ? proposal.step : undefined;
    },
  };
}

/** What any action says about a failure. */
export async function proposalOf(action: RecoveryAction, context: RecoverContext): Promise<Proposal> {
  if (isBuiltIn(action)) return action.propose(context);
  const step = await action.plan(context);
  return step && { step };
}

function isBuiltIn(action: RecoveryAction): action is BuiltInAction {
  return 'propose' in action;
}
