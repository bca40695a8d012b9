import { describe, expect, it } from 'vitest';
import type { Finding } from '../../schema/index.ts';
import { baselineOf, compareWithBaseline, parseBaseline, renderBaseline } from './baseline.ts';

function findingOn(text: string, node: string, rule = 'build/tried'): Finding {
  const from = text.indexOf(node);
  const position = (offset: number) => ({
    line: text.slice(0, offset).split('\n').length,
    column: 1,
    offset,
  });
  return {
    rule,
    family: 'build',
    severity: 'high',
    confidence: 1,
    message: node,
    range: { file: 'a', start: position(from), end: position(from + node.length) },
  };
}

describe('a baseline', () => {
  const before = 'x = 1\nbad = [\n  2,\n]\n';

  it('knows its findings again when code moves or is indented otherwise', () => {
    const baseline = baselineOf([findingOn(before, 'bad = [\n  2,\n]')], () => before);
    const after = '\n\n  bad = [\n      2,\n  ]\n';

    const { fresh, known, gone } = compareWithBaseline(
      [findingOn(after, 'bad = [\n      2,\n  ]')],
      baseline,
      () => after,
    );

    expect([fresh.length, known.length, gone.length]).toEqual([0, 1, 0]);
  });

  it('does not hide what is new: other code, another rule, one more of the same', () => {
    const same = findingOn(before, 'x = 1');
    const baseline = baselineOf([same], () => before);

    const { fresh, known } = compareWithBaseline(
      [same, same, findingOn(before, 'x = 1', 'build/other'), findingOn(before, 'bad')],
      baseline,
      () => before,
    );

    expect(known).toEqual([same]);
    expect(fresh.map(({ rule, message }) => [rule, message])).toEqual([
      ['build/tried', 'x = 1'],
      ['build/other', 'x = 1'],
      ['build/tried', 'bad'],
    ]);
  });

  it('tells which entries are no longer true', () => {
    const baseline = baselineOf([findingOn(before, 'x = 1')], () => before);

    const { gone } = compareWithBaseline([], baseline, () => before);

    expect(gone.map(({ rule, file, count }) => [rule, file, count])).toEqual([['build/tried', 'a', 1]]);
  });

  it('is the same file for the same findings, in whatever order, and is read back', () => {
    const findings = [findingOn(before, 'x = 1'), findingOn(before, 'bad')];

    const text = renderBaseline(baselineOf(findings, () => before));

    expect(renderBaseline(baselineOf(findings.toReversed(), () => before))).toBe(text);
    expect(parseBaseline(text)).toEqual(baselineOf(findings, () => before));
  });

  it.each(['', '{', '[]', '{"version":2,"findings":[]}', '{"version":1,"findings":[{"rule":"x"}]}'])(
    'that is none is refused: %s',
    (text) => {
      expect(() => parseBaseline(text)).toThrowError(
        expect.objectContaining({ code: 'PH_BASELINE_INVALID' }) as Error,
      );
    },
  );
});
