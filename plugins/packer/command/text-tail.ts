/** Keeps the end of a text that comes line by line. */
export interface TextTail {
  add(line: string): void;
  text(): string;
}

/** Remembers the last lines, at most so many characters in all. */
export function textTail(maxLength = 16 * 1024): TextTail {
  let lines: string[] = [];
  let length = 0;

  function trim(): void {
    let first = 0;
    while (length > maxLength && first < lines.length) length -= (lines[first++]?.length ?? 0) + 1;
    lines = lines.slice(first);
  }

  return {
    add(line) {
      const short = line.length < maxLength ? line : `${line.slice(0, maxLength - 3)} …`;
      lines.push(short);
      length += short.length + 1;
      if (length > maxLength) trim();
    },
    text: () => lines.join('\n'),
  };
}
