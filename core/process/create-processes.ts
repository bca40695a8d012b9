import { commandLine } from './command-line.ts';
import { findProgram } from './find-program.ts';
import { signalGroup } from './process-group.ts';
import type { Processes, ProcessResult, RunProcess } from './process-result.ts';
import { runProgram } from './run-program.ts';
import type { Secrets } from './secrets.ts';

/** A program that runs right now. */
export interface RunningProcess {
  readonly command: string;
  readonly pid: number;
}

export interface ProcessesOptions {
  readonly secrets: Secrets;
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
export function createProcesses({ secrets, onStart, onEnd }: ProcessesOptions): RunningProcesses {
  const running = new Set<RunningProcess>();

  const run: RunProcess = async (file, args, options = {}) => {
    const command = secrets.redact(commandLine(file, args));
    let started: RunningProcess | undefined;
    const begin = (pid: number) => {
      started = { command, pid };
      running.add(started);
      onStart?.(started);
    };
    try {
      const result = await runProgram({ file, args, command, options, secrets, onStart: begin });
      if (started) onEnd?.({ ...started, result });
      return result;
    } finally {
      if (started) running.delete(started);
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
