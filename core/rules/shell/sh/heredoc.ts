import type { Reader } from '../reader.ts';

/** Reads the texts of the heredocs that the last line announced; the reader stands at the start of a line. */
export function readHeredocs(reader: Reader): void {
  for (const { delimiter, stripsTabs, receive } of reader.pending.splice(0)) {
    const lines: string[] = [];
    while (reader.at < reader.text.length) {
      const line = takeLine(reader);
      const text = stripsTabs ? line.replace(/^\t+/, '') : line;
      if (text.replace(/\r$/, '') === delimiter) break;
      lines.push(text);
    }
    receive(lines.join('\n'));
  }
}

function takeLine(reader: Reader): string {
  const end = reader.text.indexOf('\n', reader.at);
  const line = reader.text.slice(reader.at, end === -1 ? undefined : end);
  reader.at = end === -1 ? reader.text.length : end + 1;
  return line;
}
