import type { Check, Finding, RunEvent } from '../../../core/schema/index.ts';
import type { Style } from '../../style.ts';
import type { LineContext } from './line-context.ts';

/** Lines about what is wrong; undefined for events about something else. The summary adds the remedies. */
export function problemLines(
  event: RunEvent,
  { style, verbose }: LineContext,
): readonly string[] | undefined {
  switch (event.type) {
    case 'check':
      if (event.check.ok) return verbose ? [`  ${style.green(style.signs.ok)} ${event.check.message}`] : [];
      return [`  ${checkLine(event.check, style)}`];
    case 'finding':
      return [`  ${findingLine(event.finding, style)}`];
    case 'gate.refused':
    case 'problem':
      return [`${style.red(`${style.signs.fail} ${event.code}`)} ${event.message}`];
    case 'output':
      return outputLine(event, style, verbose);
    case 'run.interrupted':
      return event.pending.length > 0 ? [style.yellow(`Waiting for ${event.pending.join(', ')}.`)] : [];
    default:
      return undefined;
  }
}

/** A failed check in one line. */
export function checkLine({ severity, message }: Check, style: Style): string {
  return `${severityMark(severity, style)} ${message}`;
}

/** A finding in one line, with its place. */
export function findingLine({ severity, message, rule, range, template }: Finding, style: Style): string {
  const place = range ? `${range.file}:${range.start.line}:${range.start.column}` : template;
  const where = place === undefined ? '' : `${place} `;
  return `${severityMark(severity, style)} ${where}${message} ${style.dim(`(${rule})`)}`;
}

function severityMark(severity: Finding['severity'], { red, yellow, dim, signs }: Style): string {
  if (severity === 'critical' || severity === 'high') return red(`${signs.fail} ${severity}`);
  return severity === 'medium' ? yellow(`${signs.warn} ${severity}`) : dim(`${signs.dot} ${severity}`);
}

function outputLine(event: Extract<RunEvent, { type: 'output' }>, style: Style, verbose: boolean) {
  if (event.level === 'error') return [style.red(`  ${style.signs.fail} ${event.text}`)];
  if (event.level === 'warning') return [style.yellow(`  ${style.signs.warn} ${event.text}`)];
  return verbose ? [style.dim(`    ${event.text}`)] : [];
}
