const named: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

/** Text as Go's `%q` writes it. */
export function quote(text: string): string {
  return `"${text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\"]/gu, (character) => named[character] ?? hex(character))}"`;
}

function hex(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  const long = code > 0xffff;
  return `\\${long ? 'U' : 'u'}${code.toString(16).padStart(long ? 8 : 4, '0')}`;
}
