import { setTimeout as delay } from 'node:timers/promises';
import { HybridError } from 'packer-hybrid';
import type { ProcessResult } from '../base/must-run.ts';
import type { Login } from './login.ts';
import type { Machine } from './machine.ts';

const PAUSE_MS = 300;

export interface LoginAttempts {
  /** Best first; each is tried in turn. */
  readonly logins: readonly Login[];
  /** Tries to log in once. */
  attempt(login: Login, signal: AbortSignal): Promise<ProcessResult>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Waits until the guest lets somebody in, and says whom; when it never does, says what its console showed. */
export async function waitForLogin(machine: Machine, options: LoginAttempts): Promise<Login> {
  const deadline = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([options.signal, deadline]);
  let lastWords = '';
  while (!signal.aborted) {
    for (const login of options.logins) {
      failIfEnded(machine);
      const result = await options.attempt(login, signal);
      if (result.ended === 'exit' && result.exitCode === 0) return login;
      if (result.ended === 'not-found') throw clientMissing(login);
      lastWords = result.stderrTail.trim() || lastWords;
    }
    await delay(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
  options.signal.throwIfAborted();
  failIfEnded(machine);
  throw new HybridError('PH_GUEST_UNREACHABLE', {
    waitedMs: options.timeoutMs,
    console: shown(machine.console.tail(), lastWords),
  });
}

function failIfEnded(machine: Machine): void {
  const end = machine.ended();
  if (!end) return;
  const lastWords = end.stderrTail.trim() || end.stdoutTail.trim() || 'it said nothing';
  const reason = end.ended === 'not-found' ? 'qemu-system-x86_64 is not installed' : lastWords;
  throw new HybridError('PH_GUEST_ENDED', { reason });
}

function clientMissing(login: Login): HybridError {
  const program = 'password' in login ? 'sshpass' : 'ssh';
  const install = `Install the package that brings ${program}; preflight names it.`;
  return new HybridError('PH_TOOL_MISSING', { program, why: 'to log in to the booted image', install });
}

function shown(console: string, lastWords: string): string {
  const lines = console.trim().split('\n').slice(-10).join('\n') || 'it showed nothing';
  return lastWords === '' ? lines : `${lines}\nThe SSH client said: ${lastWords}`;
}
