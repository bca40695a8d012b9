import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLogDiagnoser } from './diagnose-log.ts';
import { isTelling } from './log/line-filter.ts';
import { readLogLine } from './log/read-log-line.ts';
import { causes } from './signatures/causes/all.ts';
import { compileSignatures } from './signatures/compile.ts';
import { allSignatures } from './testing/all-signatures.ts';

const folder = join(import.meta.dirname, '../../bench/diagnosis/fixtures');
const signatures = await allSignatures();
const cases = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), 'utf8')
    .split(/^### /m)
    .filter((part) => part !== '')
    .map((part) => {
      const [head = '', ...lines] = part.trimEnd().split('\n');
      return { cause: head.split(' ')[0] ?? '', lines };
    }),
);

function causeOf(lines: readonly string[]): string {
  const diagnoser = createLogDiagnoser(signatures);
  for (const [index, line] of lines.entries()) diagnoser.add(line, index + 1);
  return diagnoser.finish().diagnoses[0]?.cause ?? 'none';
}

test('every cause has at least two labelled logs, and twenty have no failure', () => {
  const count = (cause: string) => cases.filter((one) => one.cause === cause).length;

  expect(Object.keys(causes).filter((cause) => count(cause) < 2)).toEqual([]);
  expect(count('none')).toBeGreaterThanOrEqual(20);
});

test('nine of ten failures are named rightly, and no alarm is raised without one', () => {
  const failed = cases.filter(({ cause }) => cause !== 'none');
  const right = failed.filter(({ cause, lines }) => causeOf(lines) === cause);
  const alarms = cases.filter(({ cause, lines }) => cause === 'none' && causeOf(lines) !== 'none');

  expect(right.length / failed.length).toBeGreaterThan(0.9);
  expect(alarms).toEqual([]);
});

test('the first filter passes over no line that a pattern is about', () => {
  const patterns = compileSignatures(signatures).flat();
  const counts = (text: string) =>
    patterns.some(({ match, earlier, until }) => [match, earlier, until].some((regex) => regex?.test(text)));

  const missed = cases
    .flatMap(({ lines }) => lines)
    .filter((line) => !isTelling(line) && readLogLine(line).some(({ text }) => counts(text)));

  expect(missed).toEqual([]);
});
