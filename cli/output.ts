import type { WriteStream } from 'node:tty';

/** A stream that text is shown on. */
export interface Screen {
  readonly isTTY: boolean;
  /** Undefined where nothing is known about its width, such as a file or a CI log. */
  readonly columns: number | undefined;
  readonly rows: number | undefined;
  /** For libraries that draw on a terminal. */
  readonly stream: NodeJS.WriteStream;
}

/** The only door to standard output and standard error. */
export interface Output {
  readonly stdout: Screen;
  readonly stderr: Screen;
  /** Writes whole lines to standard output. */
  out(text: string): void;
  /** Writes whole lines to standard error. */
  err(text: string): void;
  /** Calls `clear` before each write from now on, so that lines and a live area never mix; undefined ends that. */
  clearBefore(clear: (() => void) | undefined): void;
}

/** How many columns text may take; a log or a file has room for long lines. */
export function screenWidth({ stdout }: Pick<Output, 'stdout'>): number {
  return stdout.columns || 110;
}

type Streams = Pick<NodeJS.Process, 'stdout' | 'stderr'>;

/** Takes over both streams: a reader that went away (`| head`) silences a stream instead of ending the run. */
export function createOutput(
  streams: Streams,
  onFailure: (error: NodeJS.ErrnoException) => void = () => {},
): Output {
  let clear: (() => void) | undefined;
  const writer = (stream: NodeJS.WriteStream) => {
    const write = quietWriter(stream, onFailure);
    return (text: string) => {
      clear?.();
      write(text);
    };
  };
  return {
    stdout: screenOf(streams.stdout),
    stderr: screenOf(streams.stderr),
    out: writer(streams.stdout),
    err: writer(streams.stderr),
    clearBefore: (next) => {
      clear = next;
    },
  };
}

function screenOf(stream: NodeJS.WriteStream): Screen {
  const terminal = stream as Partial<WriteStream>;
  return {
    stream,
    isTTY: terminal.isTTY === true,
    get columns() {
      return terminal.columns;
    },
    get rows() {
      return terminal.rows;
    },
  };
}

const readerGone = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'];

function quietWriter(stream: NodeJS.WriteStream, onFailure: (error: NodeJS.ErrnoException) => void) {
  let closed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!closed && !readerGone.includes(error.code ?? '')) onFailure(error);
    closed = true;
  });
  return (text: string) => {
    if (!closed) stream.write(`${text}\n`);
  };
}
