/** A command as one can paste it into a shell. */
export function commandLine(file: string, args: readonly string[]): string {
  return [file, ...args].map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
