import { unescapeHeredoc, unescapeQuoted } from '../../language/hcl/convert-string.ts';

/** How a literal is written: what its escapes mean, and what surrounds it. */
export type TextForm = 'quoted' | 'heredoc' | 'json';

/** Text as it stands in the file. */
interface Written {
  readonly text: string;
  readonly start: number;
}

/** One character of a quoted string: an escape, a doubled sign, or itself. */
const unit = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|([$%])\1\{|[\s\S]/g;
const heredocUnit = /([$%])\1\{|[\s\S]/g;

/** The offset of every character of a literal's value, and that of its end; undefined when the two cannot be matched. */
export function literalOffsets(
  form: TextForm,
  written: Written,
  value: string,
): readonly number[] | undefined {
  if (form === 'heredoc') return heredocOffsets(heredocContent(written), value);
  const inner = withoutQuotes(written);
  const decode = form === 'json' ? unescapeJson : unescapeQuoted;
  const { text, offsets } = decoded(inner, unit, decode);
  // `~` beside an interpolation takes white space away from the edges.
  const from = text.indexOf(value);
  return from === -1 ? undefined : offsets.slice(from, from + value.length + 1);
}

function decoded({ text, start }: Written, pattern: RegExp, decode: (text: string) => string) {
  const offsets: number[] = [];
  let result = '';
  for (const match of text.matchAll(pattern)) {
    const plain = decode(match[0]);
    for (let index = 0; index < plain.length; index += 1) {
      offsets.push(start + match.index + Math.min(index, match[0].length - 1));
    }
    result += plain;
  }
  offsets.push(start + text.length);
  return { text: result, offsets };
}

function withoutQuotes({ text, start }: Written): Written {
  if (!text.startsWith('"')) return { text, start };
  return { text: text.slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined), start: start + 1 };
}

/** What stands between the lines of a heredoc's opening and closing word; a part of one is content already. */
function heredocContent({ text, start }: Written): Written {
  if (!text.startsWith('<<')) return { text, start };
  const from = text.indexOf('\n') + 1;
  return { text: text.slice(from, text.lastIndexOf('\n') + 1), start: start + from };
}

/** Line by line, because `<<-` takes the same indentation away from each. */
function heredocOffsets({ text, start }: Written, value: string): readonly number[] | undefined {
  const lines = text.split('\n');
  const wanted = value.split('\n');
  if (lines.length !== wanted.length) return undefined;
  const offsets: number[] = [];
  let at = start;
  for (const [index, line] of lines.entries()) {
    const found = decoded({ text: line, start: at }, heredocUnit, unescapeHeredoc);
    const meant = wanted[index] ?? '';
    if (!found.text.endsWith(meant)) return undefined;
    offsets.push(...found.offsets.slice(found.text.length - meant.length));
    at += line.length + 1;
  }
  return offsets;
}

function unescapeJson(text: string): string {
  if (text === '$${') return '${';
  if (text === '%%{') return '%{';
  try {
    return text.startsWith('\\') ? String(JSON.parse(`"${text}"`)) : text;
  } catch {
    return text;
  }
}
