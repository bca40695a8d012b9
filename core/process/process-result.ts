/** How a program came to its end. */
export type ProcessEnd = 'exit' | 'cancelled' | 'timeout' | 'killed' | 'not-found';

/** A finished program as data: a failed build is a normal result here, not an exception. */
export interface ProcessResult {
  /** The command line as it may be shown: secrets are masked. */
  readonly command: string;
  /** Null when the program was killed or never started. */
  readonly exitCode: number | null;
  readonly ended: ProcessEnd;
  readonly durationMs: number;
  /** The last lines, bounded in size, secrets masked. */
  readonly stdoutTail: string;
  readonly stderrTail: string;
  /** Members of its process group that were still alive after it ended, and were then ended too. */
  readonly leftovers: number;
}

export interface RunProcessOptions {
  readonly cwd?: string;
  /** Added to our own environment; `undefined` removes a variable. Secrets belong here, never into arguments. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Text for standard input; without it standard input is closed. */
  readonly input?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** What is sent to the whole process group first, `SIGTERM` unless told. */
  readonly stopSignal?: 'SIGINT' | 'SIGTERM';
  /** How long the group may take to end itself before `SIGKILL`, 5,000 ms unless told. */
  readonly graceMs?: number;
  /** Each line without its line end, secrets masked. */
  readonly onStdout?: (line: string) => void;
  readonly onStderr?: (line: string) => void;
}

/** Starts a program in its own process group and resolves when it and its group have ended; rejects never. */
export type RunProcess = (
  file: string,
  args: readonly string[],
  options?: RunProcessOptions,
) => Promise<ProcessResult>;

/** The only door to other programs. */
export interface Processes {
  readonly run: RunProcess;
  /** Absolute path of a program on PATH, or undefined. */
  readonly find: (program: string) => Promise<string | undefined>;
}
