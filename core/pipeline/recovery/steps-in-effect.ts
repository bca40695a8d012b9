import type { RecoveryResult, RecoveryStep } from '../../schema/index.ts';

/**
 * The steps whose edits the target was built with in the end, or would have to be, in the order in which they were made.
 * Edits of a recovery that did not help are among them only where they led to another failure, which a later one recovered.
 */
export function stepsInEffect(recoveries: readonly RecoveryResult[]): readonly RecoveryStep[] {
  const steps: RecoveryStep[] = [];
  let waiting: readonly RecoveryStep[] = [];
  for (const [index, { outcome, plan, validation_results }] of recoveries.entries()) {
    if (outcome === 'recovered' || outcome === 'proposed') {
      steps.push(...waiting, ...plan.steps);
      waiting = [];
      continue;
    }
    const isBuilt = validation_results.some(({ check }) => check === 'rebuild');
    const next = recoveries[index + 1];
    if (isBuilt && next && next.plan.cause !== plan.cause) waiting = [...waiting, ...plan.steps];
  }
  return steps.filter(({ edits }) => edits.length > 0);
}
