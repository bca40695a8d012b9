import type { AppliedFix, RecoverContext } from 'packer-hybrid';

/** What this run did with that action for the target before, against the same cause. */
export function earlierFixes(
  { history, diagnosis }: Pick<RecoverContext, 'history' | 'diagnosis'>,
  action: string,
): readonly AppliedFix[] {
  return history
    .filter(({ plan }) => plan.cause === diagnosis?.cause)
    .flatMap(({ applied_fixes }) => applied_fixes)
    .filter((fix) => fix.action === action);
}
