type LogData = Readonly<Record<string, unknown>>;

/** Writes to the run's log file; messages are static sentences, what varies goes into `data`. */
export interface Logger {
  debug(message: string, data?: LogData): void;
  info(message: string, data?: LogData): void;
  warn(message: string, data?: LogData): void;
  error(message: string, data?: LogData): void;
}
