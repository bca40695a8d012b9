import type { Diagnosis } from 'packer-hybrid';

export type Evidence = Diagnosis['evidence'][number];

const maxLines = 3;
const maxLength = 400;

/** Adds a line; Packer repeats its reason in the summary, so the same words count once. */
export function addEvidence(evidence: readonly Evidence[], { line, text }: Evidence): readonly Evidence[] {
  const shown = text.trim().slice(0, maxLength);
  if (evidence.length >= maxLines || evidence.some((other) => other.text === shown)) return evidence;
  return [...evidence, { line, text: shown }];
}
