import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Secrets } from '../process/index.ts';
import type { LogLevel } from './line-log.ts';
import { formatEntry } from './log-line.ts';
import type { Logger } from './logger.ts';
import { firstOnly } from './once.ts';

/** Name of the log file in a run's folder. */
export const runLogFile = 'packer-hybrid.log';

export interface RunLogOptions {
  /** The run's own log folder. */
  readonly folder: string;
  readonly secrets: Secrets;
  readonly level?: LogLevel;
  /** Told once when the file cannot be written. */
  readonly onError?: (error: Error) => void;
}

/** The log of our own doings in one run. */
export interface RunLog {
  logger(component: string): Logger;
  close(): Promise<void>;
}

interface PinoLine {
  readonly level: LogLevel;
  readonly time: number;
  readonly component: string;
  readonly msg: string;
  readonly data?: unknown;
}

/** Errors have no enumerable fields, so JSON would show them as `{}`. */
function readable(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => [
    key,
    value instanceof Error ? (value.stack ?? value.message) : value,
  ]);
  return Object.fromEntries(entries);
}

function render(json: string, secrets: Secrets): string {
  const { level, time, component, msg, data } = JSON.parse(json) as PinoLine;
  const message = data === undefined ? msg : `${msg} ${JSON.stringify(data)}`;
  return formatEntry({ at: new Date(time), level, component, message: secrets.redact(message) });
}

type File = ReturnType<typeof pino.destination>;

function openFile(folder: string, onError: (error: unknown) => void): File | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    // Written at once: what happened last is what one wants to read after a crash.
    const file = pino.destination({ dest: join(folder, runLogFile), sync: true, append: true });
    file.on('error', onError);
    return file;
  } catch (error) {
    onError(error);
    return undefined;
  }
}

/** Opens `packer-hybrid.log` in the run's folder; a file that cannot be written is reported, and nothing else fails. */
export function createRunLog(options: RunLogOptions): RunLog {
  const report = firstOnly(options.onError);
  let failed = false;
  const file = openFile(options.folder, fail);
  let closing: Promise<void> | undefined;

  function fail(error: unknown): void {
    failed = true;
    report(error instanceof Error ? error : new Error(String(error)));
  }
  function write(json: string): void {
    if (closing || failed) return;
    try {
      file?.write(render(json, options.secrets));
    } catch (error) {
      fail(error);
    }
  }
  async function end(): Promise<void> {
    if (!file) return;
    // A file with unwritten lines would try to write them for ever.
    if (failed) return file.destroy();
    const closed = new Promise<void>((resolve) => file.once('close', resolve));
    file.end();
    await closed;
  }

  const root = pino(
    {
      level: options.level ?? 'info',
      base: null,
      formatters: { level: (level) => ({ level }) },
      serializers: { data: readable },
    },
    { write },
  );
  return {
    logger(component) {
      const log = root.child({ component });
      const at = (level: LogLevel) => (message: string, data?: Readonly<Record<string, unknown>>) =>
        log[level](data === undefined ? {} : { data }, message);
      return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
    },
    close() {
      closing ??= end();
      return closing;
    },
  };
}
