import type { EscalationReport, Tried } from '../escalation-report.ts';
import { plainText } from './markdown-text.ts';

/** What recoveries did or would have done, and why the target failed all the same. */
export function triedSection({ tried, attempts }: EscalationReport): string[] {
  if (tried.length > 0) return ['## What was tried', ...tried.map(triedBlock)];
  if (attempts === 0) return [];
  return ['## What was tried', 'Nothing: no recovery was planned for it.'];
}

function triedBlock({ attempt, cause, outcome, reason, steps, failed_checks, undone }: Tried): string {
  const list = [
    ...steps.flatMap(stepLines),
    ...failed_checks.map((check) => `- Not passed: ${plainText(check)}`),
    ...undone.map((title) => `- Undone: ${plainText(title)}`),
  ];
  const head = `After build ${attempt} (${plainText(cause ?? 'cause not known')}): **${outcome}**. ${plainText(reason)}`;
  return list.length === 0 ? head : [head, '', ...list].join('\n');
}

function stepLines({ action, title, ok, detail, edits }: Tried['steps'][number]): string[] {
  const state = ok === null ? 'proposed' : ok ? 'done' : 'failed';
  return [
    `- ${plainText(action)}, ${state}: ${plainText(title)}${detail === '' || detail === title ? '' : ` ${plainText(detail)}`}`,
    ...edits.map(({ attribute, from, to }) => `  - ${plainText(`${attribute} = ${to}`)}${was(from)}`),
  ];
}

function was(from: string | null): string {
  return from === null ? ', which was not set' : ` instead of ${plainText(from)}`;
}
