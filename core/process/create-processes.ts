import { commandLine } from './command-line.ts';
import { findProgram } from './find-program.ts';
import { signalGroup } from './process-group.ts';
import type { Processes, ProcessResult, RunProcess, RunProcessOptions } from './process-result.ts';
import { runProgram } from './run-program.ts';
import type { Secrets } from './secrets.ts';

/** A program that runs right now. */
export interface RunningProcess {
  readonly command: string;
  readonly pid: number;
}

/** Where a program is written down before it starts. */
export interface ProcessJournal {
  intend(command: string): ProcessRecord;
}
export interface ProcessRecord {
  started(pid: number): void;
  /** It and its group are gone, or it never started. */
  ended(): void;
}

export interface ProcessesOptions {
  readonly secrets: Secrets;
  readonly journal?: ProcessJournal;
  /** Put into the environment of every program, so that it and whatever it starts can be told from others. */
  readonly mark?: Readonly<Record<string, string>>;
  readonly onStart?: (process: RunningProcess) => void;
  readonly onEnd?: (process: RunningProcess & { readonly result: ProcessResult }) => void;
}

/** Knows what runs, so that a host which must leave at once takes everything with it. */
export interface RunningProcesses extends Processes {
  running(): readonly RunningProcess[];
  /** Signals every process group that is still there, `SIGKILL` unless told. */
  killAll(signal?: NodeJS.Signals): void;
}

/** The one place that starts programs: each in its own process group, its output masked and bounded. */
export function createProcesses({
  secrets,
  journal,
  mark,
  onStart,
  onEnd,
}: ProcessesOptions): RunningProcesses {
  const running = new Set<RunningProcess>();
  const marked = (options: RunProcessOptions): RunProcessOptions =>
    mark ? { ...options, env: { ...options.env, ...mark } } : options;

  const run: RunProcess = async (file, args, options = {}) => {
    const command = secrets.redact(commandLine(file, args));
    const record = journal?.intend(command);
    let started: RunningProcess | undefined;
    const begin = (pid: number) => {
      started = { command, pid };
      record?.started(pid);
      running.add(started);
      onStart?.(started);
    };
    try {
      const result = await runProgram({
        file,
        args,
        command,
        options: marked(options),
        secrets,
        onStart: begin,
      });
      if (started) onEnd?.({ ...started, result });
      return result;
    } finally {
      if (started) running.delete(started);
      record?.ended();
    }
  };

  return {
    run,
    find: findProgram,
    running: () => [...running],
    killAll(signal = 'SIGKILL') {
      for (const { pid } of running) signalGroup(pid, signal);
    },
  };
}
