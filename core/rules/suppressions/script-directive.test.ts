import { expect, it } from 'vitest';
import type { Finding } from '../../schema/index.ts';
import { scriptDirective } from './script-directive.ts';

const finding = (line: number): Finding => {
  const place = { line, column: 1, offset: 0 };
  return {
    rule: 'build/tried/sub',
    family: 'build',
    severity: 'high',
    confidence: 1,
    message: 'm',
    range: { file: 's.sh', start: place, end: place },
  };
};

it.each([
  ['bad # packer-hybrid: ignore build/tried -- known', 1],
  ['# packer-hybrid: ignore build/tried -- known\nbad', 2],
  ['rem packer-hybrid: ignore build/tried -- known\r\nbad\r', 2],
  ['<!-- packer-hybrid: ignore build/tried -- known -->\n<bad/>', 2],
])('a comment in a script holds for its line or the next one: %j', (text, line) => {
  expect(scriptDirective(finding(line), [], () => text)?.reason).toBe('known');
});

it.each([
  ['# packer-hybrid: ignore build/tried -- known\n\nbad', 3],
  ['# packer-hybrid: ignore build/other -- known\nbad', 2],
  ['', 1],
])('another one does not: %j', (text, line) => {
  expect(scriptDirective(finding(line), [], () => text)).toBeUndefined();
});
