import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { RunRecord } from '../../core/schema/index.ts';
import type { TestPacker } from '../toolchain/toolchain.ts';
import { builtCli } from './built-cli.ts';
import { endLeftBehind } from './left-behind.ts';
import { packerEnvironment } from './packer-environment.ts';

export interface CliResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command line that is running. */
export interface RunningCli {
  readonly pid: number;
  readonly ended: Promise<CliResult>;
  /** Sends a signal to this process alone, as `kill` does. */
  signal(name: NodeJS.Signals): void;
  /** Waits until the output shows the text; fails when the program ends first. */
  shows(text: string | RegExp): Promise<void>;
}

export interface CliOptions {
  readonly cwd: string;
  readonly packer?: TestPacker | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** Runs as this user, when the tests themselves run as root. */
  readonly uid?: number;
  /** A command that prepares something and then becomes the command line, which follows as its arguments. */
  readonly within?: readonly string[];
}

/** Starts the compiled command line as users do. */
export async function startCli(args: readonly string[], options: CliOptions): Promise<RunningCli> {
  const bin = await builtCli();
  const [program, ...rest] = [...(options.within ?? []), process.execPath, bin, ...args];
  const child = spawn(String(program), rest, {
    cwd: options.cwd,
    env: { ...packerEnvironment(options.packer), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  const running = watched(child);
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await running.ended;
    endLeftBehind(options.cwd);
  });
  return running;
}

/** Runs the compiled command line to its end. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  return (await startCli(args, options)).ended;
}

/** Runs with `--format json` and reads the record of the run, which is all that may be on standard output. */
export async function runForRecord(
  args: readonly string[],
  options: CliOptions,
): Promise<{ readonly record: RunRecord; readonly result: CliResult }> {
  const result = await runCli([...args, '--format', 'json'], options);
  const parsed = RunRecord.safeParse(jsonOf(result.stdout));
  if (parsed.success) return { record: parsed.data, result };
  const shown = `${result.stdout.slice(0, 4_000)}\n${result.stderr.slice(-4_000)}`;
  throw new Error(`The answer is no run record (exit code ${result.code}):\n${shown}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function watched(child: ChildProcess): RunningCli {
  let stdout = '';
  let stderr = '';
  let running = true;
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const ended = new Promise<CliResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running = false;
      resolve({ code, signal, stdout, stderr });
    });
  });
  return {
    pid: Number(child.pid),
    ended,
    signal: (name) => void child.kill(name),
    async shows(text) {
      const seen = () =>
        typeof text === 'string' ? (stdout + stderr).includes(text) : text.test(stdout + stderr);
      while (!seen()) {
        if (!running) throw new Error(`It ended without showing ${text}:\n${stdout}\n${stderr}`);
        await delay(50);
      }
    },
  };
}
