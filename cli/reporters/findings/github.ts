import { relative, resolve } from 'node:path';
import type { Severity } from '../../../core/schema/index.ts';
import type { FindingsLook, RenderFindings, ShownFinding } from './contract.ts';

const commands: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
};

/** Workflow commands of GitHub Actions: each finding becomes an annotation at its line. */
export const renderGithub: RenderFindings = ({ findings, failed }, look) =>
  [
    ...failed.map(
      ({ code, message, remedy }) =>
        `::error title=${property(`packer-hybrid ${code}`)}::${data(`${message} ${remedy}`)}`,
    ),
    ...findings.map((shown) => annotation(shown, look)),
  ].join('\n');

function annotation({ finding }: ShownFinding, look: FindingsLook): string {
  const { rule, severity, message, remedy, hint } = finding;
  const command = hint ? 'notice' : commands[severity];
  const properties = [...place(finding.range, look), ['title', rule] as const]
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',');
  return `::${command} ${properties}::${data(remedy ? `${message}\n${remedy}` : message)}`;
}

/** GitHub takes columns only for a stretch of one line. */
function place(
  range: ShownFinding['finding']['range'],
  look: FindingsLook,
): readonly (readonly [string, string | number])[] {
  if (!range) return [];
  const { start, end } = range;
  const lines = [
    ['file', annotatedPath(range.file, look)],
    ['line', start.line],
    ['endLine', end.line],
  ] as const;
  if (start.line !== end.line) return lines;
  // Our end is exclusive, theirs is the last column.
  const columns = [
    ['col', start.column],
    ['endColumn', Math.max(start.column, end.column - 1)],
  ] as const;
  return [...lines, ...columns];
}

/** Annotations name files from the repository's root, wherever the command was started. */
function annotatedPath(file: string, { cwd, env }: FindingsLook): string {
  const root = env.GITHUB_WORKSPACE;
  if (!root) return file;
  const path = relative(root, resolve(cwd, file)).replaceAll('\\', '/');
  return path.startsWith('../') ? file : path;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
