import { createMasker } from '../../plugins/recovery/diagnosis/index.ts';

/** Masks what looks like a secret by its form or by the name beside it: a log may be from anywhere. */
export function maskSecrets(text: string): string {
  return createMasker({ redact: (said) => said }).text(text);
}
