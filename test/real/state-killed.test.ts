import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { readState, updateState, type WorkspaceFolders } from '../../core/state/index.ts';

const KILLS = 100;

interface Writer {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly ready: Promise<void>;
  acknowledged(): number;
}

async function newWorkspace(): Promise<WorkspaceFolders> {
  const root = await mkdtemp(join(tmpdir(), 'packer-hybrid-state-'));
  const folder = (name: string) => join(root, name);
  return {
    root,
    configs: folder('configs'),
    artifacts: folder('artifacts'),
    logs: folder('logs'),
    state: folder('state'),
    cache: folder('cache'),
  };
}

function startWriter(folders: WorkspaceFolders, key: string, times?: number): Writer {
  const script = join(import.meta.dirname, 'state-writer.mjs');
  const args = [script, JSON.stringify(folders), key, ...(times === undefined ? [] : [String(times)])];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The writer ended before it was ready.')));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.startsWith('ready\n')) resolve();
    });
  });
  ready.catch(() => undefined);
  // The last number counts only with its line end: a part of it may be still under way.
  return { process: child, ready, acknowledged: () => Number(output.split('\n').at(-2)) || 0 };
}

async function go(writer: Writer): Promise<void> {
  await writer.ready;
  writer.process.stdin.write('go\n');
}

test(`the state is readable and complete after ${KILLS} writers were killed in the middle of their work`, async () => {
  const folders = await newWorkspace();
  const writers = Array.from({ length: 3 }, () => startWriter(folders, 'count'));
  let acknowledged = 0;

  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = writers.shift() as Writer;
    if (writers.length + kill + 1 < KILLS) writers.push(startWriter(folders, 'count'));
    await go(writer);
    // Every other one has written something; the rest may die while they take over the lock of the one before.
    if (kill % 2 === 0) await vi.waitUntil(() => writer.acknowledged() > 0, { timeout: 30_000, interval: 1 });
    await sleep(Math.random() * 20);
    writer.process.kill('SIGKILL');
    await once(writer.process, 'close');

    acknowledged = Math.max(acknowledged, writer.acknowledged());
    const count = Number((await readState(folders)).plugin_versions.count ?? 0);
    expect([acknowledged, acknowledged + 1]).toContain(count);
    acknowledged = count;
  }

  expect(acknowledged).toBeGreaterThanOrEqual(KILLS / 2);
  await updateState(folders, (state) => state, { waitMs: 10_000 });
  expect(await readdir(folders.state)).toEqual(['packer-hybrid.json']);
});

test('two processes that update at once lose none of their changes', async () => {
  const folders = await newWorkspace();
  const writers = [startWriter(folders, 'one', 50), startWriter(folders, 'two', 50)];

  const ended = writers.map(({ process: child }) => once(child, 'close'));
  await Promise.all(writers.map(go));
  await Promise.all(ended);

  expect((await readState(folders)).plugin_versions).toEqual({ one: '50', two: '50' });
});
