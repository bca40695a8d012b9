import type { EscalationReport, Hypothesis } from '../escalation-report.ts';
import { fenced, plainText, prose } from './markdown-text.ts';

type Lines = Hypothesis['evidence'];

/** Every cause that would explain it, the likeliest first; else the lines that say most. */
export function hypothesisSection({ hypotheses, telling, against, failure }: EscalationReport): string[] {
  if (hypotheses.length > 0) {
    const title = hypotheses.length === 1 ? '## Why it failed' : '## Why it may have failed';
    return [title, ...hypotheses.flatMap(hypothesisBlock)];
  }
  if (against.length > 0) return ['## What speaks against the image', againstList(against)];
  if (telling.length === 0) return ['## Why it failed', ...otherReason(failure)];
  return [
    '## Why it failed',
    'Nothing known explains it. These lines of the log say most:',
    evidenceBlock(telling),
  ];
}

function otherReason(failure: EscalationReport['failure']): string[] {
  if (failure === null) return ['Nothing in the log explains it.'];
  return [plainText(failure.message), `What to do: ${prose(failure.remedy)}`];
}

function againstList(against: EscalationReport['against']): string {
  return against
    .map(({ id, dimension, score, required, detail }) => {
      const grade = `${dimension}, ${Math.round(score * 100)} %${required ? ', required' : ''}`;
      return `- ${plainText(id)} (${grade}): ${plainText(detail)}`;
    })
    .join('\n');
}

function hypothesisBlock(hypothesis: Hypothesis, index: number): string[] {
  const { cause, class: kind, confidence, evidence, remedy, change, seen, recovered } = hypothesis;
  return [
    `### ${index + 1}. ${plainText(cause)}: ${Math.round(confidence * 100)} % sure (${kind})`,
    ...(evidence.length > 0 ? [evidenceBlock(evidence)] : []),
    `What to do: ${prose(remedy)}`,
    ...(change
      ? [`Where: ${plainText(change.attribute)} in ${plainText(change.file)}, line ${change.line}.`]
      : []),
    ...(seen > 1
      ? [
          `It was seen here in ${seen} failed attempts, those of this run included; ${recovered} of them were recovered.`,
        ]
      : []),
  ];
}

function evidenceBlock(lines: Lines): string {
  const width = Math.max(...lines.map(({ line }) => String(line).length));
  return fenced(lines.map(({ line, text }) => `${String(line).padStart(width)} | ${text}`));
}
