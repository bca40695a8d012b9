import type { RecoverySettings } from 'packer-hybrid';

/** A time limit raised once, in whole seconds and never above the ceiling; undefined when it is there already. */
export function raisedLimit(
  seconds: number,
  { factor, ceilingMinutes }: RecoverySettings['timeouts'],
): number | undefined {
  const raised = Math.min(Math.ceil(seconds * factor), Math.floor(ceilingMinutes * 60));
  return raised > seconds ? raised : undefined;
}
