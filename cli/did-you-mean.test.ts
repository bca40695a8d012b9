import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

test.each([
  ['biuld', ['run', 'build'], 'build'],
  ['--formt', ['--format', '--from'], '--format'],
  ['PH_USAGE_COMAND', ['PH_USAGE_COMMAND', 'PH_USAGE_OPTION'], 'PH_USAGE_COMMAND'],
  ['ph_interrupted', ['PH_INTERRUPTED'], 'PH_INTERRUPTED'],
  ['deploy', ['run', 'build', 'publish'], undefined],
  ['--zz', ['--os'], undefined],
  ['', ['run'], undefined],
  ['run', [], undefined],
])('%j of %j is %j', async (typed, known, expected) => {
  expect(await didYouMean(typed, known)).toBe(expected);
});
