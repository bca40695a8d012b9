import { execa, type Options, type ResultPromise } from 'execa';
import type { RunProcessOptions } from './process-result.ts';

/** A started program: its process group has the number of its leader. */
export interface StartedProgram {
  readonly pid: number;
  readonly stdout: NonNullable<ResultPromise['stdout']>;
  readonly stderr: NonNullable<ResultPromise['stderr']>;
  readonly exit: Promise<ProgramExit>;
}
export interface ProgramExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}
/** A program that could not be started, and why. */
export interface StartFailure {
  readonly reason: string;
}

function optionsFor({ cwd, env, input }: RunProcessOptions) {
  return {
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
    ...(input === undefined ? { stdin: 'ignore' } : { input }),
    // A group of its own lets a signal reach the whole family; it also keeps the terminal's Ctrl-C away from it.
    detached: true,
    // Lines are read and bounded here, and stopping a group is ours as well.
    buffer: false,
    reject: false,
    stripFinalNewline: false,
    // NODE_DEBUG=execa would print arguments.
    verbose: 'none',
  } satisfies Options;
}

/** Starts a program; what the system refuses (no such program, no permission, no such folder) comes back as data. */
export async function startProgram(
  file: string,
  args: readonly string[],
  options: RunProcessOptions,
): Promise<StartedProgram | StartFailure> {
  try {
    const child = execa(file, args, optionsFor(options));
    const { pid, stdout, stderr } = child;
    if (pid === undefined || !stdout || !stderr) {
      const { originalMessage, shortMessage } = await child;
      return { reason: originalMessage ?? shortMessage ?? `${file} could not be started.` };
    }
    const exit = new Promise<ProgramExit>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }));
    });
    return { pid, stdout, stderr, exit };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
