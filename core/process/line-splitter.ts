import { StringDecoder } from 'node:string_decoder';

/** Lines longer than this are cut; long enough for JSON documents that programs print in one line. */
const longestLine = 4 * 1024 * 1024;
/** What is cut off before the end, so that no half of a secret stays at the cut. */
const widestSecret = 64 * 1024;

export interface LineSplitter {
  write(chunk: Buffer): void;
  /** Hands over what stands after the last line end. */
  end(): void;
}

/** A progress display overwrites its line with a carriage return: the last text of it counts, as on a terminal. */
function startOfShown(line: string): number {
  let end = line.length;
  while (end > 0 && line[end - 1] === '\r') end -= 1;
  return end === 0 ? 0 : line.lastIndexOf('\r', end - 1) + 1;
}

/**
 * Turns chunks of output into whole lines, each masked when it is complete: a secret that arrives in two chunks is found too.
 * Memory is bounded even if a program never ends its line.
 */
export function createLineSplitter(
  redact: (text: string) => string,
  onLine: (line: string) => void,
  limit: number = longestLine,
): LineSplitter {
  const margin = Math.min(widestSecret, Math.floor(limit / 2));
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let dropped = 0;

  function complete(): void {
    const line = redact(pending.replaceAll('\r', ''));
    const note = ` … (line cut, ${dropped + margin} more characters)`;
    pending = '';
    onLine(dropped === 0 ? line : line.slice(0, -margin) + note);
    dropped = 0;
  }

  function keep(text: string): void {
    const joined = pending + text;
    const start = startOfShown(joined);
    if (start > 0) dropped = 0;
    pending = joined.slice(start, start + limit);
    dropped += joined.length - start - pending.length;
  }

  function take(text: string): void {
    const lines = text.split('\n');
    const rest = lines.pop() ?? '';
    for (const line of lines) {
      keep(line);
      complete();
    }
    keep(rest);
  }

  return {
    write: (chunk) => take(decoder.write(chunk)),
    end() {
      take(decoder.end());
      if (pending !== '') complete();
    },
  };
}
