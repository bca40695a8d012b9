import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { loadRecoveryMemory, rememberRecoveries } from '../../core/state/index.ts';
import { recovery, runWith } from '../../core/state/recovery-memory/testing/run-with.ts';

const KILLS = 6;

test('what runs have learned is whole after those that wrote it were killed', async () => {
  const folders = { state: await mkdtemp(join(tmpdir(), 'packer-hybrid-memory-')) };
  let learned = 0;

  for (let kill = 0; kill < KILLS; kill += 1) {
    const writers = [`${kill}a`, `${kill}b`].map((key) => {
      const script = join(import.meta.dirname, 'memory-writer.mjs');
      const child = spawn(process.execPath, [script, JSON.stringify(folders), key], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const written = { last: 0 };
      child.stdout.on('data', (chunk: Buffer) => {
        written.last = Number(chunk.toString().trimEnd().split('\n').at(-1)) || written.last;
      });
      return { child, written };
    });
    const reached = () => writers.every(({ written }) => written.last > 0);
    await vi.waitUntil(reached, { timeout: 30_000, interval: 1 });
    await sleep(Math.random() * 20);
    for (const { child } of writers) child.kill('SIGKILL');
    await Promise.all(writers.map(({ child }) => once(child, 'close')));

    const { events, causes } = await loadRecoveryMemory(folders, { waitMs: 10_000 });
    const told = writers.reduce((sum, { written }) => sum + written.last, 0);
    expect(causes[0]?.failures).toEqual(events.length);
    expect(events.length).toBeGreaterThanOrEqual(learned + told);
    learned = events.length;
  }

  await rememberRecoveries(folders, runWith({ run: 'last', recoveries: [recovery()] }));
  expect(await readdir(folders.state)).toEqual(['recovery-memory.json']);
});
