import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessResult } from '../base/must-run.ts';
import type { Machine } from './machine.ts';

const PAUSE_MS = 300;

export interface LoginAttempts {
  /** Tries to log in once. */
  attempt(signal: AbortSignal): Promise<ProcessResult>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Waits until the guest lets us in; says what its console showed when it never does. */
export async function waitForLogin(machine: Machine, options: LoginAttempts): Promise<void> {
  const deadline = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([options.signal, deadline]);
  let lastWords = '';
  while (!signal.aborted) {
    const end = machine.ended();
    if (end) throw new Error(endedEarly(end));

    const result = await options.attempt(signal);
    if (result.ended === 'exit' && result.exitCode === 0) return;
    if (result.ended === 'not-found') throw new Error('The SSH client is not installed.');
    lastWords = result.stderrTail.trim() || lastWords;
    await delay(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
  options.signal.throwIfAborted();
  throw new Error(neverReached(options.timeoutMs, lastWords, machine.console.tail()));
}

function endedEarly(end: ProcessResult): string {
  if (end.ended === 'not-found') return 'The program qemu-system-x86_64 is not installed.';
  const lastWords = end.stderrTail.trim() || end.stdoutTail.trim() || 'it said nothing';
  return `The guest ended before anybody could log in: ${lastWords}`;
}

function neverReached(timeoutMs: number, lastWords: string, console: string): string {
  const seconds = Math.round(timeoutMs / 1000);
  const shown = console.split('\n').slice(-10).join('\n');
  return `Nobody could log in to the guest within ${seconds} s (${lastWords}). Its console ends with:\n${shown}`;
}
