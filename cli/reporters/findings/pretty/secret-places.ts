import type { SourceRange } from '../../../../core/schema/index.ts';
import type { ShownFinding } from '../contract.ts';

/** Hides on a line of a file what findings point at as exposed secrets; its length stays. */
export type HideSecrets = (file: string, line: number, text: string) => string;

/** Secrets are hidden in every excerpt, whichever finding shows the line: reports end up in logs. */
export function secretPlaces(findings: readonly ShownFinding[]): HideSecrets {
  const ranges = findings.flatMap(({ finding }) =>
    finding.impact === 'secret-exposed' && finding.range ? [finding.range] : [],
  );
  return (file, line, text) =>
    ranges
      .filter((range) => range.file === file && range.start.line <= line && line <= range.end.line)
      .reduce((shown, range) => hidden(shown, range, line), text);
}

function hidden(text: string, { start, end }: SourceRange, line: number): string {
  const from = line === start.line ? start.column - 1 : 0;
  const to = line === end.line ? end.column - 1 : text.length;
  return text.slice(0, from) + withoutTexts(text.slice(from, to)) + text.slice(to);
}

/** What stands in quotes, or everything where nothing does. */
function withoutTexts(part: string): string {
  const quoted = part.replaceAll(
    /"((?:[^"\\]|\\.)*)"/g,
    (_, inner: string) => `"${'*'.repeat(inner.length)}"`,
  );
  return quoted === part ? part.replaceAll(/\S/g, '*') : quoted;
}
