import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunEvent } from '../schema/index.ts';
import { createEventFile, readEvents } from './event-file.ts';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'packer-hybrid-events-')), 'logs', 'events.ndjson');

const note = (seq: number, text: string): RunEvent => ({
  v: 1,
  run: 'r1',
  seq,
  at: '2026-11-24T23:33:44.000Z',
  type: 'note',
  text,
});

async function all(path: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of readEvents(path)) events.push(event);
  return events;
}

test('events are read back as they were appended, whatever their text holds', async () => {
  const path = newPath();
  const file = createEventFile(path);
  const events = [note(0, 'one'), note(1, 'two\nlines\u2028and "quotes" 🙂'), note(2, 'x'.repeat(300_000))];

  for (const event of events) file.append(event);

  expect(await all(path)).toEqual(events);
  await file.close();
});

test('a torn last line is left out, and the next event does not grow together with it', async () => {
  const path = newPath();
  const first = createEventFile(path);
  first.append(note(0, 'whole'));
  await first.close();
  appendFileSync(path, '{"v":1,"run":"r1","seq":1,"at":"2026-11-');
  expect(await all(path)).toEqual([note(0, 'whole')]);

  const second = createEventFile(path);
  second.append(note(2, 'later'));
  await second.close();

  expect(await all(path)).toEqual([note(0, 'whole'), note(2, 'later')]);
});

test('a process that is killed has lost no event', async () => {
  const path = newPath();
  const script = `
    const { createJiti } = await import('jiti');
    const { createEventFile } = await createJiti(process.cwd() + '/').import(${JSON.stringify(join(import.meta.dirname, 'event-file.ts'))});
    const file = createEventFile(${JSON.stringify(path)});
    for (let seq = 0; seq < 100; seq += 1) {
      file.append({ v: 1, run: 'r', seq, at: '2026-11-24T23:33:44.000Z', type: 'note', text: 'n' });
    }
    process.kill(process.pid, 'SIGKILL');`;

  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);

  expect(signal).toEqual('SIGKILL');
  expect((await all(path)).map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, n) => n));
});

test('a file that cannot be written troubles nobody before it is closed', async () => {
  const path = newPath();
  writeFileSync(join(path, '..', '..', 'logs'), 'a file where the folder should be');
  const file = createEventFile(path);

  file.append(note(0, 'lost'));

  await expect(file.close()).rejects.toMatchObject({ code: 'PH_WORKSPACE_READONLY', context: { path } });
});

test('without a file there are no events', async () => {
  expect(await all(newPath())).toEqual([]);
});
