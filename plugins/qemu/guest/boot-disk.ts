import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ProcessResult, RunProcess } from '../base/must-run.ts';
import { freePort } from './free-port.ts';
import type { Login } from './login.ts';
import { type Machine, startMachine } from './machine.ts';
import { type GuestMachine, qemuArgs } from './qemu-args.ts';
import { sshCommand } from './ssh-command.ts';
import { waitForLogin } from './wait-for-login.ts';

export interface BootOptions {
  readonly machine: GuestMachine;
  readonly login: Login;
  readonly run: RunProcess;
  /** Existing or new folder for what the guest writes and for its host key. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  /** 180,000 ms unless told: an emulated CPU is slow. */
  readonly timeoutMs?: number;
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
  const { run, login, signal, timeoutMs = 180_000 } = options;
  signal.throwIfAborted();
  const began = performance.now();
  await mkdir(options.temporary, { recursive: true });
  const temporary = await mkdtemp(join(options.temporary, 'guest-'));
  const sshPort = await freePort();
  const args = qemuArgs(options.machine, login, sshPort);
  const machine = startMachine({ start: run, args, temporary, signal });
  const target = { login, port: sshPort, knownHosts: join(temporary, 'known_hosts') };

  const exec: BootedGuest['exec'] = (command, limits = {}) => {
    const ssh = sshCommand(target, command);
    const signals = AbortSignal.any(limits.signal ? [signal, limits.signal] : [signal]);
    return run(ssh.file, ssh.args, { ...limits, env: ssh.env, signal: signals });
  };
  const stop = () => dispose(machine, temporary);
  try {
    await waitForLogin(machine, {
      attempt: (attempts) => exec('true', { signal: attempts, timeoutMs: 20_000 }),
      timeoutMs,
      signal,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    bootMs: Math.round(performance.now() - began),
    sshPort,
    exec,
    stop,
    consoleTail: machine.console.tail,
  };
}

async function dispose(machine: Machine, temporary: string): Promise<void> {
  await machine.stop();
  await rm(temporary, { recursive: true, force: true });
}
