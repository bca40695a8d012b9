import type { Diagnosis } from 'packer-hybrid';
import { createLogPlace, type LinePlace } from './log-place.ts';
import { readLogText } from './log-text.ts';
import type { Signature } from './signature.ts';

const EVIDENCE_LINES = 3;
const EVIDENCE_LENGTH = 400;
/** Longer lines are data, not messages. */
const LINE_LENGTH = 8_000;

type Evidence = Diagnosis['evidence'];

/** Reads a log once, line by line, and gives what is known to cause such a failure, the surest first. */
export async function matchSignatures(
  lines: AsyncIterable<string>,
  signatures: readonly Signature[],
): Promise<readonly Diagnosis[]> {
  const found = new Map<Signature, Evidence>();
  const place = createLogPlace();
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const said = readLogText(line.slice(0, LINE_LENGTH));
    const entered = place.enter(said);
    if (entered.isNewStep) forgetStep(found);
    for (const signature of signatures) {
      if (isMatch(signature, said.text, entered.place))
        addEvidence(found, signature, { line: number, text: said.text });
    }
  }
  return [...found].map(toDiagnosis).sort((a, b) => b.confidence - a.confidence);
}

function isMatch({ place, patterns, except = [] }: Signature, text: string, here: LinePlace): boolean {
  if (place === 'verdict' && here !== 'verdict') return false;
  return patterns.some((pattern) => pattern.test(text)) && !except.some((pattern) => pattern.test(text));
}

/** The steps before went well, whatever they printed. */
function forgetStep(found: Map<Signature, Evidence>): void {
  for (const signature of found.keys()) {
    if (signature.place === 'step') found.delete(signature);
  }
}

/** Packer repeats its reason in the summary: the same words count once. */
function addEvidence(found: Map<Signature, Evidence>, signature: Signature, line: Evidence[number]): void {
  const evidence = found.get(signature) ?? [];
  const text = line.text.slice(0, EVIDENCE_LENGTH);
  if (evidence.length < EVIDENCE_LINES && !evidence.some((other) => other.text === text)) {
    evidence.push({ ...line, text });
  }
  found.set(signature, evidence);
}

function toDiagnosis([signature, evidence]: [Signature, Evidence]): Diagnosis {
  const { cause, class: kind, retryable, confidence, remedy, action } = signature;
  return { cause, class: kind, retryable, confidence, evidence, remedy, action };
}
