import { expect, test } from 'vitest';
import { fenced, oneLine, plainText, prose } from './markdown-text.ts';

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a | b', 'a \\| b'],
  ['`code` *bold* _under_ ~gone~', '\\`code\\` \\*bold\\* \\_under\\_ \\~gone\\~'],
  ['[text](http://x)', '\\[text\\](http://x)'],
  ['@someone closes #12', '&#64;someone closes &#35;12'],
  ['back\\slash', 'back\\\\slash'],
  ['two\r\nlines', 'two lines'],
  ['\u001B[31mred\u001B[0m \u0007bell \u202Ereversed', 'red bell reversed'],
])('%j is shown as it is', (text, markdown) => {
  expect(plainText(text)).toEqual(markdown);
});

test.each([
  ['Raise `ssh_timeout` for <good>.', 'Raise `ssh_timeout` for &lt;good&gt;.'],
  ['`<b>` and `@all`', '`<b>` and `@all`'],
  ['one ` alone @x', 'one \\` alone &#64;x'],
  ['``` `` @x', '\\`\\`\\` \\`\\` &#64;x'],
  ['a_b', 'a\\_b'],
])('names in %j become code, and nothing else does', (text, markdown) => {
  expect(prose(text)).toEqual(markdown);
});

test('a fence is longer than any inside, and its lines are shown as they are', () => {
  expect(fenced(['```sh', '````', '| <b> | @x'])).toEqual('`````\n```sh\n````\n| <b> | @x\n`````');
  expect(fenced(['a'], 'sh')).toEqual('```sh\na\n```');
});

test('a line stays one line, without colours', () => {
  expect(oneLine(' a\u2028b\n\u001B[1mc ')).toEqual('a b c');
});
