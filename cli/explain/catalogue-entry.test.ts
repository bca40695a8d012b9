import { expect, test } from 'vitest';
import { catalogueEntries } from './catalogue-entry.ts';

test.each(catalogueEntries().map((entry) => [entry.code, entry] as const))(
  '%s can be explained',
  (_, entry) => {
    const text = `${entry.message} ${entry.remedy}`;

    expect(text).not.toMatch(/undefined|\[object|NaN|function|=>/);
    expect(entry.message).toMatch(/./);
    expect(entry.remedy).toMatch(/./);
  },
);

test('what varies is shown by its name', () => {
  const entry = catalogueEntries().find(({ code }) => code === 'PH_USAGE_COMMAND');

  expect(entry).toEqual({
    code: 'PH_USAGE_COMMAND',
    exit_code: 1,
    message: 'There is no command "<command>".',
    remedy: 'Commands: <known>.',
  });
});
