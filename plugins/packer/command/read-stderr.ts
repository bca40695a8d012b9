import { parseRecord } from '../transcript/index.ts';
import { textTail } from './text-tail.ts';

const stamp = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d /;
const alarm = /^(?:panic|fatal error|goroutine \d+|!{3,}|Error\b)/;

/** Separates what a person should read from the debug log, which travels on the same stream. */
export function stderrReader(): { read(line: string): void; text(): string } {
  const rest = textTail();
  let isLog = false;

  return {
    read(line) {
      if (stamp.test(line)) isLog = true;
      else if (alarm.test(line)) isLog = false;
      if (!isLog) rest.add(line);
    },
    text: rest.text,
  };
}

/**
 * Whether a line of the debug log only repeats a record of stdout. Some versions mangle `%` and commas in these copies, so
 * a secret in them would escape its mask.
 */
export function isCopyOfRecord(line: string): boolean {
  return stamp.test(line) && parseRecord(line.replace(stamp, '')) !== undefined;
}

export interface DebugLine {
  readonly level: 'debug' | 'warn' | 'error';
  readonly text: string;
}

/** A line of the debug log without its own time, with its level. */
export function debugLine(line: string): DebugLine {
  const text = line.replace(stamp, '');
  if (/\[ERR(?:OR)?\]/.test(text)) return { level: 'error', text };
  return { level: /\[WARN\]/.test(text) ? 'warn' : 'debug', text };
}
