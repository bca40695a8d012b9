import type { Diagnosis, RecoverContext } from 'packer-hybrid';
import { namedWait } from '../named-wait.ts';
import { earlierFixes } from '../plan/earlier.ts';
import { backoffSeconds } from './backoff.ts';
import { builtInAction, type Proposal } from './built-in-action.ts';

const id = 'retry-backoff';

/** Builds again after the time that the failure itself names, else after one that grows with every try. */
export const retryBackoff = builtInAction({
  id,
  corrects: false,
  propose(context) {
    const { diagnosis, settings } = context;
    if (diagnosis?.action !== id) return undefined;
    const { maxWait } = settings.recovery;
    const named = waitNamedBy(diagnosis);
    if (named === undefined) return step(grownWait(context), '');
    if (named <= maxWait) return step(named, ', as the failure itself asks');
    return { refusal: `It asks to wait ${named} seconds; recovery.maxWait allows ${maxWait}.` };
  },
});

function waitNamedBy(diagnosis: Diagnosis): number | undefined {
  return diagnosis.wait_seconds ?? namedWait(diagnosis);
}

function grownWait(context: RecoverContext): number {
  const { settings, run, target, attempt } = context;
  return backoffSeconds({
    base: settings.retry.wait,
    tries: earlierFixes(context, id).length,
    seed: `${run.id} ${target.id} ${attempt}`,
    longest: settings.recovery.maxWait,
  });
}

function step(seconds: number, why: string): Proposal {
  const unit = seconds === 1 ? 'second' : 'seconds';
  const title = seconds > 0 ? `Build again after ${seconds} ${unit}${why}.` : 'Build again.';
  return { step: { action: id, title, wait_seconds: seconds } };
}
