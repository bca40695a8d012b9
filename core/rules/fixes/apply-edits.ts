import type { Edit } from '../../schema/index.ts';

/** The text with edits that do not overlap; nothing else of it changes, and new lines end as the file's lines do. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const isWindows = /^[^\n]*\r\n/.test(text);
  let result = '';
  let at = 0;
  for (const { range, new_text } of edits.toSorted((a, b) => a.range.start.offset - b.range.start.offset)) {
    result += text.slice(at, range.start.offset);
    result += isWindows ? new_text.replaceAll(/\r?\n/g, '\r\n') : new_text;
    at = range.end.offset;
  }
  return result + text.slice(at);
}
