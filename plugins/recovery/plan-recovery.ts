import { type Diagnosis, type RecoverContext, type RecoveryPlanInput, safeForSecurity } from 'packer-hybrid';
import { confidenceIn } from './plan/confidence.ts';
import { inOrder } from './plan/in-order.ts';
import { type Offer, type Offers, offersFor } from './plan/offers.ts';

/** The steps after which another build has a chance; a person, with the reason, in every other case. */
export async function planRecovery(context: RecoverContext): Promise<RecoveryPlanInput> {
  const { diagnosis } = context;
  if (!diagnosis) return { action: 'escalate', reason: 'Nothing in the log explains the failure.' };
  const { cause, class: kind } = diagnosis;
  const all = await offersFor(context);
  const offers = inOrder(all.offers.filter(({ action }) => isAllowed(action.id, diagnosis)));
  const decisive = offers.filter((offer) => helps(offer, diagnosis));
  if (decisive.length === 0)
    return { action: 'escalate', reason: whyNot(diagnosis, all), cause, class: kind };
  return {
    action: 'retry',
    reason: reasonFor(cause, offers),
    cause,
    class: kind,
    steps: offers.map(({ step }) => step),
    confidence: confidenceIn(
      decisive.map(({ action }) => action.id),
      context,
    ),
  };
}

function isAllowed(action: string, { class: kind }: Diagnosis): boolean {
  return kind !== 'security' || safeForSecurity.includes(action);
}

/** What does not go away by itself has to be corrected; a mistake in the configuration never goes away. */
function helps({ action, goesAlong }: Offer, diagnosis: Diagnosis): boolean {
  const { action: wanted, class: kind, retryable } = diagnosis;
  if (goesAlong) return false;
  if (action.corrects) return true;
  return retryable && kind !== 'config' && action.id === wanted;
}

function whyNot({ cause, class: kind, action, remedy }: Diagnosis, { refusals }: Offers): string {
  const refusal = refusals.get(action) ?? [...refusals.values()][0];
  if (refusal !== undefined) return `${cause}: ${refusal}`;
  if (kind === 'security') return `${cause} concerns security and is never retried. ${remedy}`;
  return `${cause} does not go away by itself. ${remedy}`;
}

function reasonFor(cause: string, offers: readonly Offer[]): string {
  const titles = offers.map(({ step }) => step.title).join(' ');
  const builds = offers.some(({ action }) => action.id === 'retry' || action.id === 'retry-backoff');
  return `${cause}: ${titles}${builds ? '' : ' Then build again.'}`;
}
