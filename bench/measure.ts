import { spawn } from 'node:child_process';

/** A program call that is timed from its start to its end. */
export interface Timed {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Milliseconds that a program took; a failure ends the benchmark with what the program said. */
export async function millisecondsOf({ command, args, cwd, env }: Timed): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-4_000);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`);
  return performance.now() - startedAt;
}

/** Lets a process tell its own peak memory, in KiB, when it ends. */
const tellPeak = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))`;

/** How long a run of Node took and what it needed at most. */
export async function measuredRun({
  args,
  cwd,
}: Pick<Timed, 'args' | 'cwd'>): Promise<{ readonly milliseconds: number; readonly mebibytes: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', tellPeak, ...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const kibibytes = /peak (\d+)/.exec(said)?.[1];
  if (code !== 0 || kibibytes === undefined) throw new Error(`${args.join(' ')} ended with ${code}: ${said}`);
  return { milliseconds: performance.now() - startedAt, mebibytes: Number(kibibytes) / 1_024 };
}

/** The middle value, which one slow run cannot move. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (upper + lower) / 2;
}

/** Writes one line of a result. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The number that the command line gives as `--name=<number>`. */
export function numberArgument(name: string, fallback: number): number {
  const prefix = `--${name}=`;
  const given = process.argv.find((argument) => argument.startsWith(prefix));
  return given === undefined ? fallback : Number(given.slice(prefix.length));
}
