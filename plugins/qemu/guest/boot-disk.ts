import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ProcessResult, RunProcess } from '../base/must-run.ts';
import { freePort } from './free-port.ts';
import type { Login } from './login.ts';
import { startMachine } from './machine.ts';
import { type GuestMachine, qemuArgs } from './qemu-args.ts';
import { sshCommand } from './ssh-command.ts';
import { waitForLogin } from './wait-for-login.ts';

export interface BootOptions {
  readonly machine: GuestMachine;
  /** Best first; whoever gets in stays. */
  readonly logins: readonly Login[];
  readonly run: RunProcess;
  /** Existing or new folder for what the guest writes and for its host key. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** The serial console, line by line. */
  readonly onConsole?: (line: string) => void;
}

/** A booted copy of a disk. */
export interface BootedGuest {
  readonly bootMs: number;
  readonly sshPort: number;
  exec(
    command: string,
    options?: { readonly signal?: AbortSignal; readonly timeoutMs?: number },
  ): Promise<ProcessResult>;
  consoleTail(): string;
  /** Ends the guest; nothing of it stays. */
  stop(): Promise<void>;
}

/** Boots a finished disk, leaves the disk itself untouched, and gives the guest once somebody can log in. */
export async function bootDisk(options: BootOptions): Promise<BootedGuest> {
  const { run, signal, onConsole } = options;
  signal.throwIfAborted();
  const began = performance.now();
  await mkdir(options.temporary, { recursive: true });
  const temporary = await mkdtemp(join(options.temporary, 'guest-'));
  const sshPort = await freePort();
  const args = qemuArgs(options.machine, sshPort);
  const machine = startMachine({ start: run, args, temporary, signal, ...(onConsole && { onConsole }) });
  const stop = async () => {
    await machine.stop();
    await rm(temporary, { recursive: true, force: true });
  };

  const execAs = (login: Login, command: string, limits: ExecLimits) => {
    const ssh = sshCommand({ login, port: sshPort, knownHosts: join(temporary, 'known_hosts') }, command);
    const signals = AbortSignal.any(limits.signal ? [signal, limits.signal] : [signal]);
    return run(ssh.file, ssh.args, { ...limits, env: ssh.env, signal: signals });
  };
  try {
    const login = await waitForLogin(machine, {
      logins: options.logins,
      attempt: (candidate, attempts) => execAs(candidate, 'true', { signal: attempts, timeoutMs: 20_000 }),
      timeoutMs: options.timeoutMs,
      signal,
    });
    return {
      bootMs: Math.round(performance.now() - began),
      sshPort,
      exec: (command, limits = {}) => execAs(login, command, limits),
      stop,
      consoleTail: machine.console.tail,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type ExecLimits = NonNullable<Parameters<BootedGuest['exec']>[1]>;
