import { parse } from 'shell-quote';
import type { Span } from './expansion.ts';

/** Signs that no script holds, put in the place of what must come out as it went in. */
const mark = { open: '\uE000', close: '\uE001', hash: '\uE002' };

/**
 * What a shell makes of a word: quotes and backslashes removed, expansions kept as written. Words too broken for the
 * library lose their quotes and no more.
 */
export function unquote(raw: string, offset: number, kept: readonly Span[]): string {
  if (!/['"\\]/.test(raw)) return raw;
  const texts: string[] = [];
  let marked = '';
  let at = 0;
  for (const { start, end } of kept) {
    marked += `${raw.slice(at, start - offset)}${mark.open}${texts.length}${mark.close}`;
    texts.push(raw.slice(start - offset, end - offset));
    at = end - offset;
  }
  // A `#` inside a word starts no comment, as the library thinks.
  const word = (marked + raw.slice(at)).replaceAll('\\\n', '').replaceAll('#', mark.hash);
  return plainWord(word)
    .replaceAll(mark.hash, '#')
    .replaceAll(/\uE000(\d+)\uE001/g, (whole, index: string) => texts[Number(index)] ?? whole);
}

function plainWord(word: string): string {
  try {
    return parse(word, keepVariable).map(entryText).join('');
  } catch {
    return word.replaceAll(/['"]/g, '');
  }
}

function entryText(entry: ReturnType<typeof parse>[number]): string {
  if (typeof entry === 'string') return entry;
  if ('pattern' in entry) return entry.pattern;
  return 'op' in entry ? entry.op : '';
}

function keepVariable(name: string): string {
  return `$${name}`;
}
