import type { Diagnosis, RecoveryMemory } from 'packer-hybrid';
import type { Hypothesis } from './escalation-report.ts';

/** Every cause that was found, each once with its surest diagnosis, the likeliest first. */
export function hypothesesOf(
  diagnoses: readonly Diagnosis[],
  { causes }: Pick<RecoveryMemory, 'causes'>,
): Hypothesis[] {
  const surest = new Map<string, Diagnosis>();
  for (const diagnosis of diagnoses) {
    const before = surest.get(diagnosis.cause);
    if (!before || diagnosis.confidence >= before.confidence) surest.set(diagnosis.cause, diagnosis);
  }
  return [...surest.values()]
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ cause, class: kind, confidence, remedy, action, evidence, change }) => {
      const total = causes.find((one) => one.cause === cause);
      return {
        ...{ cause, class: kind, confidence, remedy, action, evidence: [...evidence] },
        change: change ?? null,
        seen: total?.failures ?? 0,
        recovered: total?.recovered ?? 0,
      };
    });
}
