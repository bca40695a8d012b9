const opening = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;

/** The extent of a heredoc that starts here; undefined when none does. */
export function scanHeredoc(text: string, start: number): { end: number; open: boolean } | undefined {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (!match) return undefined;
  let line = opening.lastIndex;
  while (line < text.length) {
    const newline = text.indexOf('\n', line);
    const stop = newline === -1 ? text.length : newline;
    const content = text.slice(line, stop);
    if (content.trim() === match[1]) return { end: line + content.trimEnd().length, open: false };
    line = stop + 1;
  }
  return { end: text.length, open: true };
}
