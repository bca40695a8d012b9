import { HybridError, type RunContext } from 'packer-hybrid';

/** The door to programs, as every handler gets it. */
export type RunProcess = RunContext['processes']['run'];
export type ProcessResult = Awaited<ReturnType<RunProcess>>;
type RunOptions = NonNullable<Parameters<RunProcess>[2]>;

/** Debian leaves root's folders out of PATH after a plain `su`; mke2fs lies there. */
const path = `${process.env.PATH ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;

/** Runs a program that has to succeed; its last words become the message when it does not. */
export async function mustRun(
  run: RunProcess,
  command: readonly [string, ...string[]],
  options: RunOptions = {},
): Promise<ProcessResult> {
  const [file, ...args] = command;
  const result = await run(file, args, { ...options, env: { PATH: path, ...options.env } });
  options.signal?.throwIfAborted();
  if (result.ended === 'exit' && result.exitCode === 0) return result;
  throw failureOf(file, result);
}

function failureOf(program: string, result: ProcessResult): HybridError {
  if (result.ended === 'not-found') {
    const install = `Install the package that brings ${program}; preflight names it.`;
    return new HybridError('PH_TOOL_MISSING', { program, why: 'to make the base image', install });
  }
  const lastWords = result.stderrTail.trim().split('\n').slice(-5).join('\n');
  const end = result.ended === 'exit' ? `it ended with ${result.exitCode}` : `it was ended (${result.ended})`;
  return new HybridError('PH_BASE_FAILED', {
    command: program,
    reason: lastWords === '' ? `${end} and said nothing` : lastWords,
  });
}
