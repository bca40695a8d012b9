import type { LogDiagnosis } from '../../plugins/recovery/diagnosis/index.ts';

/** The same with every line of the log masked. */
export function maskedDiagnosis(found: LogDiagnosis, mask: (text: string) => string): LogDiagnosis {
  const masked = (evidence: LogDiagnosis['telling']) =>
    evidence.map(({ line, text }) => ({ line, text: mask(text) }));
  return {
    outcome: found.outcome,
    diagnoses: found.diagnoses.map((one) => ({
      ...one,
      evidence: masked(one.evidence) as typeof one.evidence,
    })),
    telling: masked(found.telling),
  };
}
