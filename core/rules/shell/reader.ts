/** A text that is read once from left to right. */
export interface Reader {
  readonly text: string;
  at: number;
  /** How many substitutions are open. */
  depth: number;
  /** Closing signs that do not come any more: nobody searches them twice, which keeps broken text linear. */
  readonly missing: Map<string, number>;
  /** Heredocs whose text starts on the next line. */
  readonly pending: PendingHeredoc[];
}

/** A heredoc that was announced. */
export interface PendingHeredoc {
  readonly delimiter: string;
  readonly stripsTabs: boolean;
  readonly receive: (text: string) => void;
}

/** Deeper substitutions are read as plain text. */
const deepest = 8;

/** A reader at the start of the text. */
export function readerOf(text: string): Reader {
  return { text, at: 0, depth: 0, missing: new Map(), pending: [] };
}

/** Where the text comes next, or -1. */
export function find(reader: Reader, text: string, from: number): number {
  const gone = reader.missing.get(text);
  if (gone !== undefined && from >= gone) return -1;
  const found = reader.text.indexOf(text, from);
  if (found === -1) reader.missing.set(text, from);
  return found;
}

/** Whether the text stands at the reader's place. */
export function sees(reader: Reader, text: string): boolean {
  return reader.text.startsWith(text, reader.at);
}

/** Whether one more substitution may be opened. */
export function canNest(reader: Reader): boolean {
  return reader.depth < deepest;
}

/** Moves behind the line's last sign, not over the line break. */
export function skipLine(reader: Reader): void {
  const end = find(reader, '\n', reader.at);
  reader.at = end === -1 ? reader.text.length : end;
}

/**
 * Moves behind the sign that closes what opens here, nested ones counted; false, and not moved, when it never closes.
 * After one failure the same pair is not tried again.
 */
export function skipBalanced(reader: Reader, open: string, close: string): boolean {
  const key = `balanced ${open}`;
  if (reader.missing.has(key)) return false;
  let depth = 0;
  for (let at = reader.at; at < reader.text.length; at++) {
    const sign = reader.text[at];
    if (sign === '\\') at++;
    else if (sign === open) depth++;
    else if (sign === close && --depth === 0) {
      reader.at = at + 1;
      return true;
    }
  }
  reader.missing.set(key, reader.at);
  return false;
}

/** Moves behind `{{ … }}`, which Packer replaces before a shell sees it; false when it is no such thing. */
export function skipPlaceholder(reader: Reader): boolean {
  if (!sees(reader, '{{')) return false;
  const end = find(reader, '}}', reader.at + 2);
  const lineEnd = find(reader, '\n', reader.at);
  if (end === -1 || (lineEnd !== -1 && lineEnd < end)) return false;
  reader.at = end + 2;
  return true;
}
