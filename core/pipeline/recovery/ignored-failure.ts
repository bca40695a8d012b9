import type { IgnoredFailure } from '../../plugin/index.ts';
import type { Diagnosis, Target } from '../../schema/index.ts';
import { isNamed } from '../name-pattern.ts';

export interface FailedTarget {
  readonly target: Target;
  /** What the failure says. */
  readonly message: string;
  readonly diagnosis: Diagnosis | undefined;
}

/** The entry of the ignore list that a failure fits; a failure of security never fits any. */
export function ignoredFailure(
  entries: readonly IgnoredFailure[],
  { target, message, diagnosis }: FailedTarget,
): IgnoredFailure | undefined {
  if (diagnosis?.class === 'security') return undefined;
  const texts = [message, ...(diagnosis?.evidence ?? []).map(({ text }) => text)];
  return entries.find((entry) => {
    const fitsTarget = entry.targets.length === 0 || entry.targets.some((name) => isNamed(target, name));
    const fitsCause = entry.cause === undefined || entry.cause === diagnosis?.cause;
    const pattern = entry.message === undefined ? undefined : new RegExp(entry.message);
    return fitsTarget && fitsCause && (!pattern || texts.some((text) => pattern.test(text)));
  });
}
