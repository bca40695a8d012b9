import { addEvidence, type Evidence } from './evidence.ts';
import type { LogLine } from './log-line.ts';
import { readLogLine } from './read-log-line.ts';

const kept = 8;

/** What sounds like a failure. */
const telling =
  /\b(?:[Ee]rror|ERROR|[Ff]ail(?:ed|ure)?|FAILED|[Ff]atal|FATAL|panic|denied|refused|timed? ?out|[Tt]imeout|[Cc]annot|[Uu]nable|not found)\b/;

/** Keeps the last lines that sound like a failure, and Packer's own reasons before any other. */
export interface TellingLines {
  /** Takes a line as it stands in the log. */
  hear(raw: string, number: number): void;
  /** Takes what Packer gives as its reason. */
  add(line: LogLine, number: number): void;
  lines(): readonly Evidence[];
}

/** Begins with none. */
export function createTellingLines(): TellingLines {
  const reasons: Evidence[] = [];
  const last: Evidence[] = [];
  return {
    hear(raw, line) {
      if (!telling.test(raw)) return;
      for (const { text } of readLogLine(raw).filter(isTelling)) keep(last, { line, text });
    },
    add({ text, kind }, line) {
      if (kind === 'verdict' && text !== '') keep(reasons, { line, text });
    },
    lines() {
      const chosen = [...reasons, ...last.slice(-Math.max(0, kept - reasons.length))];
      return chosen.slice(0, kept).sort((a, b) => a.line - b.line);
    },
  };
}

function isTelling({ kind, text }: LogLine): boolean {
  return kind !== 'summary' && kind !== 'verdict' && telling.test(text);
}

function keep(list: Evidence[], evidence: Evidence): void {
  const [shown] = addEvidence([], evidence);
  if (shown === undefined || list.some(({ text }) => text === shown.text)) return;
  list.push(shown);
  if (list.length > kept) list.shift();
}
