import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createProcesses } from './create-processes.ts';
import { createSecrets } from './create-secrets.ts';
import { livingMembers } from './process-group.ts';

const secrets = createSecrets(['s3cret-value']);
const processes = createProcesses({ secrets });

/** Runs a shell script and aborts it as soon as it prints a line. */
function cancelWhenReady(
  script: string,
  options: { graceMs?: number; stopSignal?: 'SIGINT' | 'SIGTERM' } = {},
) {
  const controller = new AbortController();
  const lines: string[] = [];
  const onStdout = (line: string) => {
    lines.push(line);
    controller.abort();
  };
  const result = processes.run('sh', ['-c', script], { signal: controller.signal, onStdout, ...options });
  return { result, lines };
}

describe('run', () => {
  it('answers with exit code, lines and tails', async () => {
    const lines: string[] = [];

    const result = await processes.run('sh', ['-c', 'echo one; echo two; echo problem >&2; exit 3'], {
      onStdout: (line) => lines.push(line),
    });

    expect(lines).toEqual(['one', 'two']);
    expect(result).toEqual({
      command: "sh -c 'echo one; echo two; echo problem >&2; exit 3'",
      exitCode: 3,
      ended: 'exit',
      durationMs: expect.any(Number),
      stdoutTail: 'one\ntwo',
      stderrTail: 'problem',
      leftovers: 0,
    });
  });

  it.each([
    ['a program that does not exist', 'no-such-program-here', {}, 'no-such-program-here'],
    ['a file that cannot be executed', '/etc', {}, 'EACCES'],
    ['a folder that does not exist', 'sh', { cwd: '/no/such/folder' }, '/no/such/folder'],
    ['an argument that no system takes', 'echo', {}, 'null'],
  ])('reports %s as data', async (_case, file, options, reason) => {
    const result = await processes.run(file, file === 'echo' ? ['\0'] : [], options);

    expect(result).toMatchObject({ ended: 'not-found', exitCode: null });
    expect(result.stderrTail).toContain(reason);
  });

  it('masks secrets in command, lines and tails', async () => {
    const lines: string[] = [];

    const result = await processes.run(
      'sh',
      ['-c', 'printf "s3cret-"; sleep 0.05; echo value; echo "$0 $HIDDEN" >&2', 's3cret-value'],
      { env: { HIDDEN: 's3cret-value' }, onStdout: (line) => lines.push(line) },
    );

    expect(lines).toEqual(['***']);
    expect([result.stdoutTail, result.stderrTail]).toEqual(['***', '*** ***']);
    expect(result.command).not.toContain('s3cret-value');
  });

  it('inherits the environment, adds to it and removes from it', async () => {
    process.env.PH_TEST_KEPT = 'kept';
    process.env.PH_TEST_GONE = 'gone';

    const result = await processes.run('sh', ['-c', 'env | grep ^PH_TEST_ | sort'], {
      env: { PH_TEST_NEW: 'new', PH_TEST_GONE: undefined },
    });

    expect(result.stdoutTail).toEqual('PH_TEST_KEPT=kept\nPH_TEST_NEW=new');
  });

  it.each([
    ['closed', {}, ''],
    ['given', { input: 'hello\n' }, 'hello'],
  ])('leaves standard input %s', async (_case, options, expected) => {
    const result = await processes.run('cat', [], options);

    expect(result).toMatchObject({ exitCode: 0, stdoutTail: expected });
  });

  it('survives a program that does not read its input', async () => {
    const result = await processes.run('true', [], { input: 'x'.repeat(1_000_000) });

    expect(result).toMatchObject({ exitCode: 0, ended: 'exit' });
  });

  it('reads all of a long output and keeps its end', async () => {
    let count = 0;

    const result = await processes.run('seq', ['200000'], { onStdout: () => (count += 1) });

    expect(count).toEqual(200_000);
    expect(result.stdoutTail.split('\n').at(-1)).toEqual('200000');
    expect(Buffer.byteLength(result.stdoutTail)).toBeLessThanOrEqual(64 * 1024);
  });

  it('rejects with what a line callback threw, after the program has ended', async () => {
    const broken = new Error('callback');

    const result = processes.run('echo', ['a'], {
      onStdout: () => {
        throw broken;
      },
    });

    await expect(result).rejects.toBe(broken);
  });
});

describe('stopping', () => {
  it('does not start when the signal is already aborted', async () => {
    const result = await processes.run('touch', ['/no/such/folder/x'], { signal: AbortSignal.abort() });

    expect(result).toMatchObject({ ended: 'cancelled', exitCode: null, durationMs: 0, stderrTail: '' });
  });

  it('signals the whole group, grandchildren included', async () => {
    const { result } = cancelWhenReady(
      `sh -c 'trap "echo child; exit" TERM; echo ready; while :; do sleep 0.05; done'; exit 9`,
    );

    const { ended, stdoutTail, leftovers } = await result;

    expect({ ended, leftovers }).toEqual({ ended: 'cancelled', leftovers: 0 });
    expect(stdoutTail).toEqual('ready\nchild');
  });

  it('waits for the clean-up of a program that traps the signal', async () => {
    const { result } = cancelWhenReady(
      `trap 'sleep 0.3; echo cleaned; exit 1' INT; echo ready; while :; do sleep 0.05; done`,
      { stopSignal: 'SIGINT' },
    );

    expect(await result).toMatchObject({ ended: 'cancelled', exitCode: 1, stdoutTail: 'ready\ncleaned' });
  });

  it('kills a group that ignores the signal when the grace is over', async () => {
    const { result } = cancelWhenReady(`trap '' TERM; sleep 60 & echo ready; sleep 60`, { graceMs: 100 });

    expect(await result).toMatchObject({ ended: 'cancelled', exitCode: null });
  });

  it('stops at the time-out', async () => {
    const result = await processes.run('sleep', ['60'], { timeoutMs: 50 });

    expect(result).toMatchObject({ ended: 'timeout', exitCode: null });
  });

  it('tells a foreign kill from one of its own', async () => {
    const result = await processes.run('sh', ['-c', 'kill -9 $$']);

    expect(result).toMatchObject({ ended: 'killed', exitCode: null });
  });

  it('takes its listener off a signal that outlives the program', async () => {
    const { signal } = new AbortController();
    const added: unknown[] = [];
    const removed: unknown[] = [];
    signal.addEventListener = (_type: string, listener: unknown) => added.push(listener);
    signal.removeEventListener = (_type: string, listener: unknown) => removed.push(listener);

    await processes.run('true', [], { signal });

    expect(added).toHaveLength(1);
    expect(removed).toEqual(added);
  });
});

describe('leftovers', () => {
  it('ends and counts what a program left behind in its group', async () => {
    const result = await processes.run('sh', ['-c', 'sleep 60 & sleep 60 & echo $$']);

    expect(result).toMatchObject({ ended: 'exit', exitCode: 0, leftovers: 2 });
    expect(livingMembers(Number(result.stdoutTail))).toEqual(0);
  });

  it('kills leftovers that ignore the signal', async () => {
    const script = `sh -c 'trap "" TERM; sleep 60; sleep 60' & sleep 0.1; echo $$`;

    const result = await processes.run('sh', ['-c', script], { graceMs: 100 });

    expect(result).toMatchObject({ ended: 'exit', leftovers: 2 });
    expect(livingMembers(Number(result.stdoutTail))).toEqual(0);
  });

  it('does not wait for a daemon of another group that keeps the output open', async (context) => {
    if ((await processes.find('setsid')) === undefined) context.skip('setsid (util-linux) is not installed');

    const result = await processes.run('sh', ['-c', 'setsid sleep 20 & sleep 0.1; echo done']);

    expect(result).toMatchObject({ stdoutTail: 'done', leftovers: 0 });
    expect(result.durationMs).toBeLessThan(15_000);
  });
});

describe('createProcesses', () => {
  it('says what runs and ends it all on demand', async () => {
    const started: string[] = [];
    const ended: string[] = [];
    const own = createProcesses({
      secrets,
      onStart: ({ command }) => started.push(command),
      onEnd: ({ result }) => ended.push(result.ended),
    });
    const results = [own.run('sleep', ['60']), own.run('sleep', ['61'])];
    while (own.running().length < 2) await sleep(5);

    own.killAll();

    expect((await Promise.all(results)).map((result) => result.ended)).toEqual(['killed', 'killed']);
    expect(started).toEqual(['sleep 60', 'sleep 61']);
    expect(ended).toEqual(['killed', 'killed']);
    expect(own.running()).toEqual([]);
  });

  it('finds programs on PATH', async () => {
    expect(await processes.find('sh')).toMatch(/^\/.*\/sh$/);
    expect(await processes.find('no-such-program-here')).toEqual(undefined);
  });
});
