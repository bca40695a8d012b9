/** A word as a shell takes it literally, without line breaks. */
export function shellWord(text: string): string {
  const line = text.replaceAll(/[\r\n\0]+/g, ' ');
  return /^[\w@%+=:,./-]+$/.test(line) ? line : `'${line.replaceAll("'", "'\\''")}'`;
}
