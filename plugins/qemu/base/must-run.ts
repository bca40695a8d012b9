import type { RunContext } from 'packer-hybrid';

/** The door to programs, as every handler gets it. */
export type RunProcess = RunContext['processes']['run'];
export type ProcessResult = Awaited<ReturnType<RunProcess>>;
type RunOptions = NonNullable<Parameters<RunProcess>[2]>;

/** Runs a program that has to succeed; its last words become the message when it does not. */
export async function mustRun(
  run: RunProcess,
  command: readonly [string, ...string[]],
  options: RunOptions = {},
): Promise<ProcessResult> {
  const [file, ...args] = command;
  const result = await run(file, args, options);
  options.signal?.throwIfAborted();
  if (result.ended === 'exit' && result.exitCode === 0) return result;
  throw new Error(failureOf(file, result));
}

function failureOf(file: string, result: ProcessResult): string {
  if (result.ended === 'not-found') return `The program ${file} is not installed.`;
  if (result.ended === 'timeout') return `The program ${file} did not finish in time.`;
  const lastWords = result.stderrTail.trim().split('\n').slice(-5).join('\n');
  return `The program ${file} ended with ${result.exitCode ?? result.ended}: ${lastWords || 'it said nothing'}`;
}
