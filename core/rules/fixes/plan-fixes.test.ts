import { describe, expect, it } from 'vitest';
import type { Finding } from '../../schema/index.ts';
import { fixDiff } from './fix-diff.ts';
import { planFixes } from './plan-fixes.ts';
import { writeFixes } from './write-fixes.ts';

type EditIn = readonly [from: number, to: number, text: string, file?: string];

function finding(name: string, edits: readonly EditIn[], kind: 'safe' | 'suggested' = 'safe'): Finding {
  return {
    rule: `build/${name}`,
    family: 'build',
    severity: 'high',
    confidence: 1,
    message: name,
    fix: {
      kind,
      edits: edits.map(([from, to, new_text, file = 'a']) => ({
        range: {
          file,
          start: { line: 1, column: from + 1, offset: from },
          end: { line: 1, column: to + 1, offset: to },
        },
        new_text,
      })),
    },
  };
}
const plan = (findings: readonly Finding[], text = '0123456789', kind: 'safe' | 'suggested' = 'safe') =>
  planFixes(findings, { a: text, b: 'other' }, { kind });

describe('planFixes', () => {
  it('makes corrections that do not touch each other, in one or several files', () => {
    const { files, applied, conflicts } = plan([
      finding('late', [[8, 10, 'X']]),
      finding('early', [
        [0, 1, ''],
        [0, 5, 'better', 'b'],
      ]),
    ]);

    expect(files).toEqual([
      { path: 'a', before: '0123456789', after: '1234567X' },
      { path: 'b', before: 'other', after: 'better' },
    ]);
    expect([applied.length, conflicts]).toEqual([2, []]);
  });

  it.each<[string, EditIn, EditIn]>([
    ['overlapping', [0, 5, 'x'], [4, 6, 'y']],
    ['nested', [0, 9, 'x'], [4, 6, 'y']],
    ['inserted into a changed place', [0, 5, 'x'], [3, 3, 'y']],
    ['inserted at one place', [3, 3, 'x'], [3, 3, 'y']],
  ])('lets the first of two %s corrections win, and tells of the other', (_, first, second) => {
    const { applied, conflicts } = plan([finding('first', [first]), finding('second', [second])]);

    expect(applied.map(({ message }) => message)).toEqual(['first']);
    expect(conflicts.map((conflict) => [conflict.finding.message, conflict.with?.message])).toEqual([
      ['second', 'first'],
    ]);
  });

  it('takes neighbours and corrections that agree together', () => {
    const { files, applied } = plan([
      finding('one', [[0, 2, 'x']]),
      finding('two', [[2, 4, 'y']]),
      finding('same', [[2, 4, 'y']]),
    ]);

    expect([files[0]?.after, applied.length]).toEqual(['xy456789', 3]);
  });

  it('makes a correction wholly or not at all', () => {
    const { files, applied } = plan([
      finding('first', [[0, 2, 'x']]),
      finding('second', [
        [1, 3, 'y'],
        [8, 9, 'z'],
      ]),
    ]);

    expect([files[0]?.after, applied.length]).toEqual(['x23456789', 1]);
  });

  it('refuses a correction that contradicts itself, and makes what one says twice only once', () => {
    const torn = finding('torn', [
      [0, 5, 'x'],
      [2, 7, 'y'],
    ]);
    const twice = finding('twice', [
      [8, 8, 'z'],
      [8, 8, 'z'],
    ]);

    const { files, applied, conflicts } = plan([torn, twice]);

    expect([files[0]?.after, applied]).toEqual(['01234567z89', [twice]]);
    expect(conflicts).toEqual([{ finding: torn, with: undefined }]);
  });

  it('leaves suggested corrections alone unless they are wanted', () => {
    const findings = [finding('maybe', [[0, 1, '!']], 'suggested')];

    expect(plan(findings).files).toEqual([]);
    expect(plan(findings, '0123456789', 'suggested').applied).toHaveLength(1);
  });

  it('tells of files that are not at hand or shorter than they were', () => {
    const { conflicts } = plan([finding('gone', [[0, 1, '', 'c']]), finding('short', [[50, 60, '']])]);

    expect(conflicts.map(({ with: other }) => other)).toEqual([undefined, undefined]);
  });

  it('keeps the way in which lines end, and changes nothing where there is nothing to change', () => {
    const windows = plan([finding('lines', [[3, 3, 'new\n']])], 'a\r\nb\r\n');
    const same = plan([finding('same', [[0, 1, '0']])]);

    expect(windows.files[0]?.after).toBe('a\r\nnew\r\nb\r\n');
    expect(same.files).toEqual([]);
  });
});

describe('fixDiff', () => {
  it('is a unified diff', async () => {
    const diff = await fixDiff({ path: 'x/a.pkr.hcl', before: 'a\nb\nc\n', after: 'a\nB\nc\n' });

    expect(diff).toBe('--- a/x/a.pkr.hcl\n+++ b/x/a.pkr.hcl\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n');
  });
});

describe('writeFixes', () => {
  it('writes what is as it was analysed, and leaves alone what somebody edited meanwhile', async () => {
    const disk = new Map([
      ['a', '0123456789'],
      ['b', 'edited'],
    ]);
    const planned = plan([finding('a', [[0, 1, 'x']]), finding('b', [[0, 1, 'x', 'b']])]);

    const written = await writeFixes(planned, {
      read: async (path) => disk.get(path),
      write: async (path, text) => void disk.set(path, text),
    });

    expect(written).toEqual({ written: ['a'], changedMeanwhile: ['b'] });
    expect([...disk.values()]).toEqual(['x123456789', 'edited']);
  });
});
