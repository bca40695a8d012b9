export { createLineLog, type LineLogOptions } from './create-line-log.ts';
export { createRunLog, type RunLog, type RunLogOptions, runLogFile } from './create-run-log.ts';
export type { LineLog, LogLevel } from './line-log.ts';
export type { Logger } from './logger.ts';
export { nullLog, nullLogger } from './null-log.ts';
export { readLines } from './read-lines.ts';
export { logParts, readLog } from './read-log.ts';
