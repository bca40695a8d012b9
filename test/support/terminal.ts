import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished, type TestContext } from 'vitest';
import { builtCli } from './built-cli.ts';
import type { CliOptions } from './cli.ts';
import { endLeftBehind } from './left-behind.ts';
import { packerEnvironment } from './packer-environment.ts';

/** The command line on a terminal that a test types on. */
export interface TerminalCli {
  readonly ended: Promise<number | null>;
  /** Everything that the terminal showed, without what only moves the cursor or paints. */
  shown(): string;
  /** Waits until the terminal has shown the text; fails when the program ends first. */
  shows(text: string): Promise<void>;
  type(keys: string): void;
}

/** Starts the compiled command line on a pseudo terminal, which `script` of util-linux opens; skips the test without it. */
export async function startOnTerminal(
  ctx: TestContext,
  args: readonly string[],
  { cwd, packer, env }: CliOptions,
): Promise<TerminalCli> {
  const version = spawnSync('script', ['--version'], { encoding: 'utf8' });
  if (!String(version.stdout).includes('util-linux')) ctx.skip('script of util-linux is not installed');
  const words = [process.execPath, await builtCli(), ...args];
  const line = `stty cols 100 rows 40; exec ${words.map((word) => `'${word}'`).join(' ')}`;
  const child = spawn('script', ['--quiet', '--return', '--flush', '--command', line, '/dev/null'], {
    cwd,
    env: { ...packerEnvironment(packer), TERM: 'xterm', SHELL: '/bin/sh', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let shown = '';
  let isRunning = true;
  child.stdout.on('data', (chunk: Buffer) => {
    shown += chunk;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      isRunning = false;
      resolve(code);
    });
  });
  onTestFinished(async () => {
    if (isRunning) child.kill('SIGKILL');
    await ended;
    endLeftBehind(cwd);
  });
  const plain = () => stripVTControlCharacters(shown);
  return {
    ended,
    shown: plain,
    async shows(text) {
      while (!plain().includes(text)) {
        if (!isRunning) throw new Error(`It ended without showing "${text}":\n${plain()}`);
        await delay(50);
      }
    },
    type: (keys) => void child.stdin.write(keys),
  };
}
