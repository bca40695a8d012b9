import { expect, test } from 'vitest';
import { displayWidth } from './display-width.ts';
import { cutLine, textTable } from './text-table.ts';

const letters = (text: string) => [...text.replaceAll(/\s/g, '')].sort();

test('columns line up, without spaces at line ends', () => {
  const table = textTable(
    [
      ['a', 'long name', ''],
      ['bcd', 'x', 'end'],
    ],
    80,
  );

  expect(table).toBe('a    long name\nbcd  x          end');
});

test('a table keeps to the width, and loses nothing', () => {
  const path = 'output/a-very-long-folder-name/and-a-very-long-file-name.qcow2';
  const table = textTable([['default/-/qemu.debian', 'succeeded', path]], 50);

  const lines = table.split('\n');
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(50);
  expect(letters(table)).toEqual(letters(`default/-/qemu.debian succeeded ${path}`));
});

test('no rows are no table', () => {
  expect(textTable([], 80)).toBe('');
});

test('wide characters take two columns', () => {
  expect(displayWidth('日本 é')).toBe(6);
  expect(displayWidth('\u001b[31mred\u001b[39m')).toBe(3);
});

test('a line is cut by what is seen', () => {
  expect(cutLine('short', 10)).toBe('short');
  expect(displayWidth(cutLine('日本語日本語日本語', 10))).toBeLessThanOrEqual(10);
  expect(cutLine('日本語日本語日本語', 10)).toContain('…');
});
