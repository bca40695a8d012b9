import { recoveryActions } from '../actions/all.ts';
import type { Offer } from './offers.ts';

const order = recoveryActions.map(({ id }) => id);
/** Actions of other plugins come before those that only say when and how the next build runs. */
const others = order.indexOf('reduce-parallelism') - 0.5;

/** What is removed or corrected comes first, and the wait last. */
export function inOrder(offers: readonly Offer[]): readonly Offer[] {
  return offers.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ action: { id } }: Offer): number {
  const place = order.indexOf(id);
  return place === -1 ? others : place;
}
