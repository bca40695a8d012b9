import type { RecoverContext, RecoveryPlanInput } from 'packer-hybrid';
import { namedWait } from './named-wait.ts';
import type { RecoveryOptions } from './options.ts';

/** What has to be done before another build has a chance, and is not done by itself. */
const needsHands: readonly string[] = [
  'init-plugins',
  'purge-cache',
  'refresh-credentials',
  'switch-size',
  'force',
];

/** Another build when the cause may go away by itself and the settings allow one; a person in every other case. */
export function planRecovery(
  { diagnosis, attemptsLeft, settings }: RecoverContext,
  { maxWait }: RecoveryOptions,
): RecoveryPlanInput {
  if (diagnosis === undefined) return escalate('Nothing in the log explains the failure.');
  const { cause, class: kind, retryable } = diagnosis;
  if (kind === 'security') return escalate(`${cause} concerns security and is never retried.`);
  if (kind === 'config' || !retryable) return escalate(`${cause} does not go away by itself.`);
  if (needsHands.includes(diagnosis.action)) return escalate(`${cause} comes again until it is corrected.`);
  if (attemptsLeft <= 0) return escalate(`${cause} came again, and no attempt is left.`);
  const named = namedWait(diagnosis);
  const wait = named ?? settings.retry.wait;
  if (wait > maxWait) return escalate(`${cause} asks to wait ${wait} seconds; ${maxWait} are allowed.`);
  const reason = named === undefined ? 'may go away by itself.' : `asks to wait ${wait} seconds.`;
  return { action: 'retry', reason: `${cause} ${reason}`, wait_seconds: wait };
}

function escalate(reason: string): RecoveryPlanInput {
  return { action: 'escalate', reason };
}
