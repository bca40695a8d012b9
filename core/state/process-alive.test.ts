import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isProcessAlive, processStart } from './process-alive.ts';

test('our own process lives, one that ended does not', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '0']);

  expect(isProcessAlive(process.pid)).toEqual(true);
  expect(isProcessAlive(pid)).toEqual(false);
});

test('a process that ended and was never collected does not live', async (context) => {
  if (!existsSync('/proc/self/stat')) return context.skip('needs /proc');
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 30'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
    );

    await expect.poll(() => isProcessAlive(pid), { timeout: 10_000 }).toEqual(false);
    expect(existsSync(`/proc/${pid}`)).toEqual(true);
  } finally {
    parent.kill('SIGKILL');
  }
});

test('a later process began later', (context) => {
  if (!existsSync('/proc/self/stat')) return context.skip('needs /proc');

  expect(Number(processStart(process.pid))).toBeGreaterThan(Number(processStart(1)));
  expect(processStart(0)).toEqual(undefined);
});
