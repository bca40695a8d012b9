import type { Diagnosis } from '../../../schema/index.ts';

/** A diagnosis for tests. */
export function diagnosis(cause: string, confidence = 0.8, changes: Partial<Diagnosis> = {}): Diagnosis {
  return {
    cause,
    class: 'guest',
    retryable: false,
    confidence,
    evidence: [{ line: 7, text: `${cause} shows here` }],
    remedy: `Correct ${cause}.`,
    action: 'none',
    ...changes,
  };
}
