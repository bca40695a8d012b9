import { sourceText } from '../../language/syntax/source-text.ts';
import type { NamedFile } from '../rule.ts';
import type { ScriptLine } from '../views.ts';

/** The lines of a script file, each with its place in that file. */
export function fileLines({ path, text }: NamedFile): readonly ScriptLine[] {
  const source = sourceText(path, text);
  const lines: ScriptLine[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 ? text.length : newline;
    const end = text[next - 1] === '\r' && next > at ? next - 1 : next;
    if (newline !== -1 || end > at) lines.push({ text: text.slice(at, end), range: source.range(at, end) });
    if (newline === -1) break;
    at = newline + 1;
  }
  return lines;
}
