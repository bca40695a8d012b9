import { stripVTControlCharacters } from 'node:util';
import type { LogLevel } from './line-log.ts';

/** What one message becomes a line of. */
export interface LogEntry {
  readonly at: Date;
  readonly level: LogLevel;
  readonly component: string;
  readonly message: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a log file.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const escaped = (char: string) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;

/**
 * `[timestamp] level component message`, one line for each line of the message, so that every line of a file has this form
 * whatever a program printed: colours are taken out, control characters are written as `\x07`.
 */
export function formatEntry({ at, level, component, message }: LogEntry): string {
  const head = `[${at.toISOString()}] ${level} ${component.trim().replace(/\s+/g, '-') || '-'} `;
  return stripVTControlCharacters(message)
    .split(/\r\n|\n/)
    .map((line) => `${head}${line.replace(controls, escaped)}\n`)
    .join('');
}
