import type { Node } from 'web-tree-sitter';
import { type Piece, textOf } from './conversion.ts';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const quotedEscape = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))|([$%])\4\{/gs;

/** What a quoted string means: backslash escapes, and the doubled `$${` and `%%{` that are no template. */
export function unescapeQuoted(text: string): string {
  return text.replace(quotedEscape, (all: string, ...groups: readonly (string | undefined)[]) => {
    const [short, long, one, doubled] = groups;
    if (doubled) return `${doubled}{`;
    return one ? (escapes[one] ?? all) : (codePoint(short ?? long ?? '') ?? all);
  });
}

function codePoint(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** What heredoc text means: it has no backslash escapes. */
export function unescapeHeredoc(text: string): string {
  return text.replace(/([$%])\1\{/g, '$1{');
}

/** The value of a `string_lit` node. */
export function stringLiteral(piece: Piece, node: Node): string {
  const quoted = textOf(piece, node);
  const closed = quoted.length > 1 && quoted.endsWith('"');
  return unescapeQuoted(quoted.slice(1, closed ? -1 : undefined));
}
