import { expect, test } from 'vitest';
import { emptyRecoveryMemory, type RecoveryMemory, type SharedRates } from './recovery-memory.ts';
import { sharedRates, withShared } from './share-rates.ts';

const at = '2026-03-01T10:00:00.000Z';
const later = '2026-03-02T10:00:00.000Z';
const rate = { cause: 'ssh-timeout', action: 'increase-timeout', tried: 3, recovered: 2 };
const from = (letter: string, changes: Partial<SharedRates> = {}): SharedRates => ({
  origin: letter.repeat(32),
  at,
  rates: [rate],
  ...changes,
});
const own: RecoveryMemory = { ...emptyRecoveryMemory, origin: 'a'.repeat(32), actions: [rate] };

test('a workspace without experience shares none, only what it heard', () => {
  expect(sharedRates(emptyRecoveryMemory, at)).toEqual([]);
  expect(sharedRates(withShared(emptyRecoveryMemory, [from('b')]), later)).toEqual([from('b')]);
});

test('only ids and numbers leave the workspace', () => {
  const telling = { ...rate, action: 'ssh admin@build.example.org' };
  const memory = { ...own, actions: [rate, telling, { ...rate, cause: null }] };

  expect(sharedRates(memory, later)).toEqual([from('a', { at: later })]);
});

test('of each workspace the latest word counts, however often and in whichever order it comes', () => {
  const newer = from('b', { at: later, rates: [{ ...rate, tried: 9 }] });

  const memory = withShared(withShared(own, [newer, from('c')]), [from('b'), from('c')]);

  expect(memory.imported).toEqual([from('c'), newer]);
});

test('own experience that comes back is not counted twice', () => {
  expect(withShared(own, sharedRates(own, later))).toEqual(own);
});

test('only so many workspaces are remembered, those that were heard of last', () => {
  const many = Array.from({ length: 60 }, (_, n) =>
    from('b', {
      origin: n.toString(16).padStart(32, '0'),
      at: new Date(Date.UTC(2026, 0, n + 1)).toISOString(),
    }),
  );

  expect(withShared(own, many).imported).toEqual(many.slice(-50));
});
