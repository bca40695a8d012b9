import { basename, dirname } from 'node:path';
import { createStream } from 'rotating-file-stream';
import type { Secrets } from '../process/index.ts';
import type { LineLog } from './line-log.ts';
import { formatEntry } from './log-line.ts';
import { firstOnly } from './once.ts';

const defaultBytes = 20 * 1024 * 1024;
const defaultFiles = 3;
const batchLength = 64 * 1024;

export interface LineLogOptions {
  readonly secrets: Secrets;
  /** A file that has grown to this size is put aside as `<file>.1` and a new one is begun; 20 MiB unless told. */
  readonly maxBytes?: number;
  /** How many files are put aside before the oldest goes; 3 unless told. */
  readonly maxFiles?: number;
  /** Told once when the file cannot be written; the log then takes lines and drops them. */
  readonly onError?: (error: Error) => void;
}

function openStream(path: string, { maxBytes = defaultBytes, maxFiles = defaultFiles }: LineLogOptions) {
  return createStream(basename(path), {
    path: dirname(path),
    size: `${Math.max(1, Math.floor(maxBytes))}B`,
    rotate: Math.max(1, Math.floor(maxFiles)),
  });
}

/** Opens a log file for appending and makes its folder; never throws: a disk that is full must not end a build. */
export function createLineLog(path: string, options: LineLogOptions): LineLog {
  const stream = openStream(path, options);
  const report = firstOnly(options.onError);
  let batch = '';
  let scheduled: NodeJS.Immediate | undefined;
  let closing: Promise<void> | undefined;

  stream.on('error', report);
  const closed = new Promise<void>((resolve) => stream.once('close', resolve));

  function flush(): void {
    clearImmediate(scheduled);
    scheduled = undefined;
    if (batch !== '' && stream.writable) stream.write(batch);
    batch = '';
  }

  return {
    write(level, component, message) {
      if (closing) return;
      batch += formatEntry({ at: new Date(), level, component, message: options.secrets.redact(message) });
      // Lines come by the thousand and the stream writes each chunk on its own.
      if (batch.length > batchLength) flush();
      else scheduled ??= setImmediate(flush);
    },
    close() {
      closing ??= (async () => {
        flush();
        if (!stream.destroyed) stream.end();
        await closed;
      })();
      return closing;
    },
  };
}
