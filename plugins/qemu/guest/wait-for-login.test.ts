import { expect, it } from 'vitest';
import type { ProcessResult } from '../base/must-run.ts';
import type { Login } from './login.ts';
import type { Machine } from './machine.ts';
import { waitForLogin } from './wait-for-login.ts';

function result(changes: Partial<ProcessResult>): ProcessResult {
  return {
    command: 'ssh',
    exitCode: 0,
    ended: 'exit',
    durationMs: 0,
    stdoutTail: '',
    stderrTail: '',
    leftovers: 0,
    ...changes,
  };
}

function machine(end?: ProcessResult): Machine {
  const log = { add: () => undefined, tail: () => 'Kernel panic' };
  return { console: log, ended: () => end, stop: async () => undefined };
}

const key: Login = { user: 'root', privateKey: '/key' };
const password: Login = { user: 'root', password: 'secret' };
const options = { logins: [key, password], timeoutMs: 10_000, signal: new AbortController().signal };

it('takes the first login that works', async () => {
  const attempt = async (login: Login) => result({ exitCode: login === password ? 0 : 255 });

  const login = await waitForLogin(machine(), { ...options, attempt });

  expect(login).toBe(password);
});

it('says what the console showed when nobody gets in', async () => {
  const attempt = async () => result({ exitCode: 255, stderrTail: 'Permission denied' });

  const waiting = waitForLogin(machine(), { ...options, attempt, timeoutMs: 1 });

  await expect(waiting).rejects.toMatchObject({
    code: 'PH_GUEST_UNREACHABLE',
    context: { waitedMs: 1, console: expect.stringContaining('Kernel panic') },
  });
});

it('does not wait for a machine that has ended', async () => {
  const attempt = async () => result({ exitCode: 255 });
  const end = result({ exitCode: 1, stderrTail: 'no such file' });

  const waiting = waitForLogin(machine(end), { ...options, attempt });

  await expect(waiting).rejects.toMatchObject({
    code: 'PH_GUEST_ENDED',
    context: { reason: 'no such file' },
  });
});

it('names the client that is missing', async () => {
  const attempt = async () => result({ exitCode: null, ended: 'not-found' });

  const waiting = waitForLogin(machine(), { ...options, logins: [password], attempt });

  await expect(waiting).rejects.toMatchObject({ code: 'PH_TOOL_MISSING', context: { program: 'sshpass' } });
});

it('ends with the run', async () => {
  const stop = new AbortController();
  const attempt = async () => {
    stop.abort(new Error('interrupted'));
    return result({ exitCode: 255 });
  };

  const waiting = waitForLogin(machine(), { ...options, attempt, signal: stop.signal });

  await expect(waiting).rejects.toThrow('interrupted');
});
