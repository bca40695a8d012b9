import type { LineLog } from './line-log.ts';
import type { Logger } from './logger.ts';

const nothing = () => {};

/** A log that keeps nothing, for dry runs and read-only disks. */
export const nullLog: LineLog = { write: nothing, close: async () => {} };

/** A logger that keeps nothing. */
export const nullLogger: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };
