import { spawn } from 'node:child_process';

export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Runs at the lowest priority, so that long builds leave the machine usable. */
  readonly polite?: boolean;
}

/** Runs a program to its end and returns what it said; a missing program has the code null. */
export function runProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  const [file, rest] = options.polite ? ['nice', ['-n', '19', command, ...args]] : [command, [...args]];
  return new Promise((resolve) => {
    const child = spawn(file, rest, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error) => resolve({ code: null, stdout: Buffer.alloc(0), stderr: error.message }));
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }),
    );
  });
}

/** Like `runProgram`, but a failure is an error that shows what the program said; returns its standard output. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<Buffer> {
  const result = await runProgram(command, args, options);
  if (result.code === 0) return result.stdout;
  const said = `${result.stderr}\n${result.stdout}`.trim().split('\n').slice(-12).join('\n');
  throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${result.code}: ${said}`);
}
