import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLogLine } from '../log/read-log-line.ts';
import { causes } from '../signatures/causes/all.ts';
import { compileSignatures } from '../signatures/compile.ts';
import { allSignatures } from '../testing/all-signatures.ts';
import { createLineSearch } from '../words/line-search.ts';
import { createCandidates } from './candidates.ts';
import { createLogDiagnoser } from './diagnose-log.ts';

const folder = join(import.meta.dirname, '../../../bench/diagnosis/fixtures');
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

test('the search by words passes over no line that a pattern is about', () => {
  const { regexes } = createCandidates(compileSignatures(signatures));
  const search = createLineSearch(regexes);
  const found = (line: string) => {
    const bytes = Buffer.from(`\n${line}\n`, 'latin1');
    const numbers: number[] = [];
    search.find(bytes, bytes.length, (_start, _end, patterns) => numbers.push(...patterns));
    return numbers;
  };

  const missed = cases
    .flatMap(({ lines }) => lines)
    .flatMap((line) => {
      const expected = regexes.filter((regex) => readLogLine(line).some(({ text }) => regex.test(text)));
      const given = new Set(found(line));
      return expected.filter((regex) => !given.has(regexes.indexOf(regex))).map((regex) => [line, regex]);
    });

  expect(missed).toEqual([]);
});
