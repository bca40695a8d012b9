import type { RecoveryResult } from '../../../core/schema/index.ts';
import type { Style } from '../../style.ts';
import { editsOf, editWords } from './edit-lines.ts';

/** What a recovery came down to: its edits, or the actions that it took. */
export function recoveryWords({ plan, applied_fixes }: RecoveryResult, style: Style): string {
  const edits = editsOf(plan).map((edit) => editWords(edit, style));
  if (edits.length > 0) return edits.join(', ');
  const actions = applied_fixes.length > 0 ? applied_fixes : plan.steps;
  const ids = [...new Set(actions.map(({ action }) => action))].filter((id) => !isBuilding(id));
  return ids.length > 0 ? ids.join(', ') : 'built again';
}

/** What to do so that a plan that was only proposed is carried out. */
export function howToAllow({ plan }: RecoveryResult): string {
  const setting = plan.class === null ? 'recovery.policy' : `recovery.policy.${plan.class}`;
  return plan.mode === 'ask'
    ? `Run it on a terminal to be asked, or set \`${setting}\` to "automatic".`
    : `Set \`${setting}\` to "ask" or "automatic" to have it done.`;
}

/** Whether an action is nothing but another build. */
export function isBuilding(action: string): boolean {
  return action === 'retry' || action === 'retry-backoff';
}
