import { addEvidence, type Evidence } from './evidence.ts';
import type { LogLine } from './log-line.ts';

const kept = 8;

/** What sounds like a failure. */
export const telling =
  /\b(?:[Ee]rror|ERROR|[Ff]ailed|FAILED|[Ff]ailure|[Ff]atal|FATAL|panic|denied|refused|timed out|[Tt]imeout (?:waiting|while|exceeded|expired)|[Cc]annot|[Uu]nable|not found)\b/;

/** Keeps the last lines that sound like a failure, and Packer's own reasons before any other. */
export function createTellingLines() {
  const reasons: Evidence[] = [];
  const last: Evidence[] = [];
  const keep = (list: Evidence[], evidence: Evidence) => {
    const [shown] = addEvidence([], evidence);
    if (shown === undefined || list.some(({ text }) => text === shown.text)) return;
    list.push(shown);
    if (list.length > kept) list.shift();
  };
  return {
    add({ text, kind }: LogLine, line: number): void {
      if (kind === 'verdict' && text !== '') keep(reasons, { line, text });
      else if (kind !== 'summary' && telling.test(text)) keep(last, { line, text });
    },
    lines(): readonly Evidence[] {
      const chosen = [...reasons, ...last.slice(-Math.max(0, kept - reasons.length))];
      return chosen.slice(0, kept).sort((a, b) => a.line - b.line);
    },
  };
}
