import { expect, test } from 'vitest';
import { styleFor, wantsColor } from './style.ts';

const terminal = { isTTY: true };
const pipe = { isTTY: false };

test.each([
  ['a terminal', terminal, {}, false, true],
  ['a pipe', pipe, {}, false, false],
  ['--no-color', terminal, { FORCE_COLOR: '1' }, true, false],
  ['NO_COLOR', terminal, { NO_COLOR: '1' }, false, false],
  ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, false, true],
  ['FORCE_COLOR on a pipe', pipe, { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR=0', terminal, { FORCE_COLOR: '0' }, false, false],
  ['a dumb terminal', terminal, { TERM: 'dumb' }, false, false],
])('colours: %s', (_, screen, env, noColor, expected) => {
  expect(wantsColor(screen, env, noColor)).toBe(expected);
});

test('signs are plain where the font has no others', () => {
  const linux = styleFor(pipe, { env: { TERM: 'linux' }, noColor: false, platform: 'linux' });
  const windows = styleFor(pipe, { env: {}, noColor: false, platform: 'win32' });
  const xterm = styleFor(pipe, { env: { TERM: 'xterm' }, noColor: false, platform: 'linux' });

  expect([linux.signs.ok, windows.signs.ok, xterm.signs.ok]).toEqual(['+', '+', '✓']);
});
