const KEPT_LINES = 100;

/** The last lines of a guest's serial console. */
export interface ConsoleLog {
  add(line: string): void;
  tail(): string;
}

/** Keeps a bounded number of lines, so that a guest that prints for ever fills no memory. */
export function consoleLog(): ConsoleLog {
  const lines: string[] = [];
  return {
    add(line) {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    },
    tail: () => lines.join('\n'),
  };
}
