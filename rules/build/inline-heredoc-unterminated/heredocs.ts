/** A here-document that a script opens and never closes. */
export interface OpenHeredoc {
  readonly word: string;
  /** Index of the line that opens it. */
  readonly line: number;
  /** Index of a line that would close it, were it not for blanks around the word. */
  readonly near: number | undefined;
}

/** Quotes, arithmetic, comments and here-strings are passed over; what is left of `<<` opens a here-document. */
const piece =
  /'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\$\(\([\s\S]*?\)\)|\(\([^()]*\)\)|\\[\s\S]|(?<=^|[\s;])#[^\n]*|<<<|<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([A-Za-z_][\w.-]*))|\n/g;

interface Pending {
  readonly word: string;
  readonly strips: boolean;
  readonly line: number;
}

/** The first here-document without an end; whatever follows it is its text. */
export function openHeredoc(lines: readonly string[]): OpenHeredoc | undefined {
  const text = lines.join('\n');
  const search = new RegExp(piece);
  let pending: Pending[] = [];
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const [whole, dash, single, double, bare] = match;
    const word = single ?? double ?? bare;
    const line = countLines(text, match.index);
    if (word !== undefined) pending.push({ word, strips: dash === '-', line });
    if (whole !== '\n' || pending.length === 0) continue;
    const after = closeAll(lines, pending, line + 1);
    if (typeof after === 'object') return after;
    search.lastIndex = lines.slice(0, after).join('\n').length;
    pending = [];
  }
  const [left] = pending;
  return left ? { word: left.word, line: left.line, near: undefined } : undefined;
}

/** The index of the line behind all that are pending, or the one that stays open. */
function closeAll(lines: readonly string[], pending: readonly Pending[], from: number): number | OpenHeredoc {
  let at = from;
  for (const { word, strips, line } of pending) {
    const closes = (text: string) => (strips ? text.replace(/^\t+/, '') : text) === word;
    const end = lines.findIndex((text, index) => index >= at && closes(text));
    if (end === -1) {
      const near = lines.findIndex((text, index) => index >= at && text.trim() === word);
      return { word, line, near: near === -1 ? undefined : near };
    }
    at = end + 1;
  }
  return at;
}

function countLines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
