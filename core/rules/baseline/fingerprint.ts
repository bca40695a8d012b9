import { createHash } from 'node:crypto';
import type { Finding } from '../../schema/index.ts';

/** The text of a file by its path from the workspace root; undefined for one that cannot be read. */
export type TextOf = (path: string) => string | undefined;

/** Names a finding by its rule, its file and what the code says there: lines may move and be indented otherwise. */
export function fingerprintOf({ rule, range, message }: Finding, textOf: TextOf): string {
  const text = range && textOf(range.file);
  const node = range && text !== undefined ? nodeText(text, range.start.offset, range.end.offset) : message;
  const parts = [rule, range?.file ?? '', node.replaceAll(/\s+/g, ' ').trim()];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** A place without extent means its line. */
function nodeText(text: string, start: number, end: number): string {
  if (end > start) return text.slice(start, end);
  const from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const to = text.indexOf('\n', start);
  return text.slice(from, to === -1 ? undefined : to);
}
