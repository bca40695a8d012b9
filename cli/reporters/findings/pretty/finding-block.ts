import type { Severity } from '../../../../core/schema/index.ts';
import type { Style } from '../../../style.ts';
import type { ShownFinding } from '../contract.ts';
import { excerpt } from './excerpt.ts';
import { printable } from './printable.ts';
import type { HideSecrets } from './secret-places.ts';

export interface BlockContext {
  readonly style: Style;
  readonly hideSecrets: HideSecrets;
  readonly textOf: (file: string) => string | undefined;
}

/** One finding for people: what, where, the line itself, what to do, and how to name it. */
export function findingBlock({ finding, fingerprint }: ShownFinding, context: BlockContext): string {
  const { style } = context;
  const { rule, severity, confidence, message, remedy, example, range, fix, hint } = finding;
  const place = range ? `${range.start.line}:${range.start.column} ` : '';
  const about = [
    rule,
    ...(hint ? [`confidence ${confidence.toFixed(2)}`] : []),
    ...fixNote(fix?.kind),
    shortName(fingerprint),
  ];
  const lines = [
    `${severityLabel(severity, style)} ${place}${paragraph(message, 4)}`,
    ...(range ? excerptOf(range, context).map((line) => `    ${line}`) : []),
    ...(remedy ? [`  ${style.cyan(style.signs.next)} ${paragraph(remedy, 4)}`] : []),
    ...(example ? exampleLines(example).map((line) => style.green(`      ${line}`)) : []),
    style.dim(`    ${about.join(` ${style.signs.dot} `)}`),
  ];
  return lines.map((line) => `  ${line}`).join('\n');
}

/** As much of a fingerprint as nobody mistakes for another one. */
function shortName(fingerprint: string): string {
  return fingerprint.slice(0, 10);
}

/** How grave it is, in a colour that says the same. */
export function severityLabel(severity: Severity, { red, yellow, dim, signs }: Style): string {
  if (severity === 'critical' || severity === 'high') return red(`${signs.fail} ${severity}`);
  return severity === 'medium' ? yellow(`${signs.warn} ${severity}`) : dim(`${signs.dot} ${severity}`);
}

function fixNote(kind: 'safe' | 'suggested' | undefined): readonly string[] {
  if (kind === undefined) return [];
  return [kind === 'safe' ? 'corrected by --fix' : 'corrected by --fix-suggested'];
}

function excerptOf(
  range: NonNullable<ShownFinding['finding']['range']>,
  { textOf, hideSecrets, style }: BlockContext,
): readonly string[] {
  const line = textOf(range.file)?.split(/\r?\n/)[range.start.line - 1];
  if (line === undefined || line.trim() === '') return [];
  return excerpt(hideSecrets(range.file, range.start.line, line), range, style);
}

/** Several lines keep together below the first one. */
function paragraph(text: string, indent: number): string {
  return text
    .split(/\r?\n/)
    .map(printable)
    .join(`\n${' '.repeat(indent)}`);
}

function exampleLines(example: string): readonly string[] {
  return example.trimEnd().split(/\r?\n/).map(printable);
}
