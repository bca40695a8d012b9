export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** A log file with one line per message: `[timestamp] level component message`. */
export interface LineLog {
  write(level: LogLevel, component: string, message: string): void;
  /** Resolves when everything is on disk. */
  close(): Promise<void>;
}
