/** Enough for the last screens of a build, little enough for a run record with many targets. */
const defaultBytes = 64 * 1024;

/** The last lines of an output, bounded in bytes. */
export interface OutputTail {
  push(line: string): void;
  text(): string;
}

function endOf(line: string, bytes: number): string {
  const buffer = Buffer.from(line);
  if (buffer.length <= bytes) return line;
  return `…${buffer
    .subarray(buffer.length - bytes)
    .toString('utf8')
    .replace(/^\ufffd+/, '')}`;
}

/** Keeps whole lines; only a line that is longer than the bound itself is cut, at its beginning. */
export function createOutputTail(bytes: number = defaultBytes): OutputTail {
  const lines: { text: string; size: number }[] = [];
  let total = 0;
  let first = 0;

  return {
    push(line) {
      const text = endOf(line, bytes);
      const size = Buffer.byteLength(text) + 1;
      lines.push({ text, size });
      total += size;
      while (total > bytes && first < lines.length - 1) {
        total -= lines[first]?.size ?? 0;
        first += 1;
      }
      if (first > 1024) {
        lines.splice(0, first);
        first = 0;
      }
    },
    text: () =>
      lines
        .slice(first)
        .map(({ text }) => text)
        .join('\n'),
  };
}
