import { expect, test } from 'vitest';
import { duration, elapsed } from './duration.ts';
import { fileSize } from './file-size.ts';
import { isCi } from './is-ci.ts';
import { shownPath } from './shown-path.ts';
import { packageVersion } from './version.ts';

test.each([
  [0, '0ms'],
  [450, '450ms'],
  [1000, '1s'],
  [12_345, '12.3s'],
  [61_400, '1m 1s'],
  [3_725_000, '1h 2m'],
])('a duration of %i ms', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test('a running clock shows whole seconds, and never less than none', () => {
  expect([elapsed(1999), elapsed(-5)]).toEqual(['1s', '0ms']);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_700, '1.0 MB'],
  [512_345_678, '512 MB'],
  [21_474_836_480, '21 GB'],
])('a size of %i bytes', (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});

test('paths are shown from where the user is', () => {
  expect(shownPath('/w/p/logs/x', '/w/p')).toBe('logs/x');
  expect(shownPath('logs/x', '/w/p/sub', '/w/p')).toBe('../logs/x');
  expect(shownPath('/w/p', '/w/p')).toBe('.');
});

test.each([
  [{ CI: 'true' }, true],
  [{ CI: 'false' }, false],
  [{ CI: '' }, false],
  [{ TF_BUILD: 'True' }, true],
  [{}, false],
])('CI by %j: %j', (env, expected) => {
  expect(isCi(env)).toBe(expected);
});

test('without the package’s own file the version is unknown', () => {
  expect(packageVersion('file:///nowhere/cli/version.js')).toBe('unknown');
});
