import {
  entriesOf,
  isKeyed,
  isSequence,
  itemsOf,
  numberText,
  numOf,
  type Typed,
} from '../../values/index.ts';

/** The value as Packer's YAML writer has it; undefined where lines would be broken in ways that are not worth repeating. */
export function yamlText(value: Typed): string | undefined {
  const lines = linesOf(value);
  // A bare word at the top ends with a mark: more text could belong to it.
  const isBare = value.data === null || typeof value.data === 'boolean' || numOf(value) !== undefined;
  return lines && `${lines.join('\n')}\n${isBare ? '...\n' : ''}`;
}

function linesOf(value: Typed): readonly string[] | undefined {
  if (value.data !== null && isKeyed(value.type)) return mappingLines(entriesOf(value));
  if (value.data !== null && isSequence(value.type)) return sequenceLines(itemsOf(value));
  const text = scalarText(value);
  return text === undefined ? undefined : [text];
}

function mappingLines(entries: ReadonlyMap<string, Typed>): readonly string[] | undefined {
  if (entries.size === 0) return ['{}'];
  const lines: string[] = [];
  for (const [key, value] of entries) {
    const name = quoted(key);
    const inner = linesOf(value);
    if (name === undefined || !inner) return undefined;
    if (!isBlock(value)) lines.push(`${name}: ${inner[0] ?? ''}`);
    else lines.push(`${name}:`, ...(isSequence(value.type) ? inner : inner.map((line) => `  ${line}`)));
  }
  return lines;
}

function sequenceLines(items: readonly Typed[]): readonly string[] | undefined {
  if (items.length === 0) return ['[]'];
  const lines: string[] = [];
  for (const item of items) {
    const inner = linesOf(item);
    if (!inner) return undefined;
    lines.push(...inner.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`));
  }
  return lines;
}

function isBlock(value: Typed): boolean {
  const size = isKeyed(value.type) ? entriesOf(value).size : itemsOf(value).length;
  return size > 0;
}

function scalarText(value: Typed): string | undefined {
  if (value.data === undefined) return undefined;
  if (value.data === null || typeof value.data === 'boolean') return String(value.data);
  const num = numOf(value);
  return num ? numberText(num) : quoted(String(value.data));
}

/** Longer texts are folded at 80 columns, those with line ends become blocks. */
function quoted(text: string): string | undefined {
  if (text.length > 60 || !/^[\x20-\x7e]*$/.test(text)) return undefined;
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
