import type { Diagnosis } from '../../core/schema/index.ts';
import type { LogDiagnosis } from '../../plugins/recovery/diagnosis/index.ts';

/** What `diagnose --format json` answers. */
export interface DiagnoseDocument {
  readonly version: 1;
  readonly outcome: LogDiagnosis['outcome'];
  readonly diagnoses: readonly DiagnosisDocument[];
}

type DiagnosisDocument = Omit<Diagnosis, 'platform' | 'target'> & {
  readonly platform: string | null;
  readonly target: string | null;
};

/** The document, its keys in one order. */
export function diagnoseDocument({ outcome, diagnoses }: LogDiagnosis): DiagnoseDocument {
  return { version: 1, outcome, diagnoses: diagnoses.map(entry) };
}

function entry(diagnosis: Diagnosis): DiagnosisDocument {
  const { cause, class: kind, platform, target, retryable, confidence, evidence } = diagnosis;
  const { remedy, action, wait_seconds, change } = diagnosis;
  return {
    cause,
    class: kind,
    platform: platform ?? null,
    target: target ?? null,
    retryable,
    confidence,
    evidence,
    remedy,
    action,
    ...(wait_seconds !== undefined && { wait_seconds }),
    ...(change && { change }),
  };
}
