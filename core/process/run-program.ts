import { watchGroup } from './group-stop.ts';
import type { ProcessEnd, ProcessResult, RunProcessOptions } from './process-result.ts';
import { readOutput } from './read-output.ts';
import type { Secrets } from './secrets.ts';
import { type ProgramExit, type StartedProgram, startProgram } from './start-program.ts';

/** One program to run; `command` is its command line with secrets masked. */
export interface ProgramRun {
  readonly file: string;
  readonly args: readonly string[];
  readonly command: string;
  readonly options: RunProcessOptions;
  readonly secrets: Secrets;
  readonly onStart: (pid: number) => void;
}

const unknownExit: ProgramExit = { code: null, signal: null };

function unstarted(command: string, ended: ProcessEnd, reason: string): ProcessResult {
  return { command, exitCode: null, ended, durationMs: 0, stdoutTail: '', stderrTail: reason, leftovers: 0 };
}

async function follow(run: ProgramRun, program: StartedProgram, startedAt: number): Promise<ProcessResult> {
  const { options, secrets } = run;
  const group = watchGroup(program.pid, options);
  const stdout = readOutput(program.stdout, secrets, options.onStdout);
  const stderr = readOutput(program.stderr, secrets, options.onStderr);

  const exit = (await Promise.race([program.exit, group.lost])) ?? unknownExit;
  group.release();
  const leftovers = await group.endLeftovers();
  await Promise.all([stdout.finish(), stderr.finish()]);

  const failure = stdout.failure() ?? stderr.failure();
  if (failure) throw failure.cause;
  return {
    command: run.command,
    exitCode: exit.code,
    ended: group.cause() ?? (exit.code === null ? 'killed' : 'exit'),
    durationMs: Math.round(performance.now() - startedAt),
    stdoutTail: stdout.tail(),
    stderrTail: stderr.tail(),
    leftovers,
  };
}

/** Runs one program to its end and that of its group. */
export async function runProgram(run: ProgramRun): Promise<ProcessResult> {
  if (run.options.signal?.aborted) return unstarted(run.command, 'cancelled', '');
  const startedAt = performance.now();
  const program = await startProgram(run.file, run.args, run.options);
  if ('reason' in program) {
    return unstarted(run.command, 'not-found', run.secrets.redact(program.reason));
  }
  run.onStart(program.pid);
  return follow(run, program, startedAt);
}
