import { expect, test } from 'vitest';
import { createBuildTurns } from './build-turns.ts';

const signal = new AbortController().signal;

interface Build {
  readonly name: string;
  readonly alone?: boolean;
  readonly platform?: string;
}

/** Begins builds that end when they are told to. */
function builder(log: string[]) {
  const turns = createBuildTurns();
  const begin = ({ name, alone = false, platform = 'qemu' }: Build) => {
    let end = () => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const done = turns.run({ platform, alone, signal }, async () => {
      log.push(name);
      await over;
    });
    return async () => {
      end();
      await done;
    };
  };
  return { turns, begin };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('builds run side by side until one wants to be alone, which waits for them and keeps others waiting', async () => {
  const log: string[] = [];
  const { begin } = builder(log);
  const a = begin({ name: 'a' });
  const b = begin({ name: 'b' });
  const alone = begin({ name: 'alone', alone: true });
  const c = begin({ name: 'c' });
  const other = begin({ name: 'other', platform: 'vsphere' });
  await settled();

  const seen = [[...log]];
  await a();
  await settled();
  seen.push([...log]);
  await b();
  await settled();
  seen.push([...log]);
  await alone();
  await settled();
  seen.push([...log]);
  await Promise.all([c(), other()]);

  expect(seen).toEqual([
    ['a', 'b', 'other'],
    ['a', 'b', 'other'],
    ['a', 'b', 'other', 'alone'],
    ['a', 'b', 'other', 'alone', 'c'],
  ]);
});

test('a build that is cancelled while it waits lets the next one pass', async () => {
  const log: string[] = [];
  const { turns, begin } = builder(log);
  const first = begin({ name: 'first' });
  const cancel = new AbortController();
  const alone = turns.run({ platform: 'qemu', alone: true, signal: cancel.signal }, async () => undefined);
  const next = begin({ name: 'next' });

  cancel.abort(new Error('stop'));

  await expect(alone).rejects.toThrow('stop');
  expect(log).toEqual(['first', 'next']);
  await Promise.all([first(), next()]);
});

test('a build that fails gives its turn back', async () => {
  const turns = createBuildTurns();
  const turn = { platform: 'qemu', alone: true, signal };

  const failing = turns.run(turn, async () => {
    throw new Error('broken');
  });

  await expect(failing).rejects.toThrow('broken');
  expect(await turns.run(turn, async () => 'built')).toBe('built');
});
