import { describe, expect, it } from 'vitest';
import type { Template } from '../../language/index.ts';
import { readIn } from '../../language/testing/written-template.ts';
import type { Finding } from '../../schema/index.ts';
import { applySuppressions } from './apply-suppressions.ts';

const known = ['build/tried', 'build/other', 'security/tried'];

/** A finding of each rule at each line of the file, as many rules would make it. */
function findingsAt(template: Template, lines: readonly number[], rule = 'build/tried'): readonly Finding[] {
  const file = template.files[0]?.path ?? '';
  return lines.map((line) => {
    const place = { line, column: 1, offset: 0 };
    return {
      rule,
      family: 'build',
      severity: 'high',
      confidence: 1,
      message: `line ${line}`,
      template: template.path,
      range: { file, start: place, end: place },
    };
  });
}

async function suppress(text: string, lines: readonly number[], rule?: string, file = 'a.pkr.hcl') {
  const template = await readIn({
    files: { [file]: text },
    ...(file.endsWith('.pkr.hcl') ? {} : { path: file }),
  });
  const active = new Set(['build/tried', 'security/tried']);
  const result = applySuppressions([template], findingsAt(template, lines, rule), { active, known });
  return {
    left: result.kept.filter(({ family }) => family !== 'core').map(({ range }) => range?.start.line),
    complaints: result.kept.filter(({ family }) => family === 'core'),
    reasons: result.suppressed.map(({ reason }) => reason),
  };
}

const ignore = '# packer-hybrid: ignore build/tried -- known';

describe('a suppression', () => {
  it('holds for its own line, or for the next one with code', async () => {
    const text = `source "null" "x" {\n  a = 1 ${ignore}\n  b = 2\n  ${ignore}\n  # another comment\n\n  c = 3\n  d = 4\n}\n`;

    const { left, complaints, reasons } = await suppress(text, [2, 3, 7, 8]);

    expect([left, complaints, reasons]).toEqual([[3, 8], [], ['known', 'known']]);
  });

  it('before a block or an attribute holds for all of it', async () => {
    const text = `${ignore}\nsource "null" "x" {\n  a = 1\n  n {\n    b = 2\n  }\n}\nlocals {\n  ${ignore}\n  l = [\n    1,\n  ]\n  m = 1\n}\n`;

    const { left } = await suppress(text, [2, 3, 5, 7, 8, 10, 11, 13]);

    expect(left).toEqual([8, 13]);
  });

  it('of the file holds for all of it, wherever it stands', async () => {
    const text = `source "null" "x" {}\n/* packer-hybrid: ignore-file build/* -- generated */\nsource "null" "y" {}\n`;

    const { left } = await suppress(text, [1, 3]);

    expect(left).toEqual([]);
  });

  it('in JSON holds for the object around it', async () => {
    const text =
      '{\n  "builders": [\n    {\n      "//": "packer-hybrid: ignore build/tried -- known",\n      "type": "null"\n    },\n    {\n      "type": "null",\n      "name": "y"\n    }\n  ]\n}\n';

    const { left } = await suppress(text, [5, 8], undefined, 'a.json');

    expect(left).toEqual([8]);
  });

  it('names rules, their sub-codes or a family', async () => {
    const text = '# packer-hybrid: ignore build/tried/sub, security/* -- known\nsource "null" "x" {}\n';

    const [sub, whole, family] = await Promise.all(
      ['build/tried/sub', 'build/tried', 'security/tried'].map((rule) => suppress(text, [2], rule)),
    );

    expect([sub?.left, whole?.left, family?.left]).toEqual([[], [2], []]);
  });

  it('without a reason still holds, and is told of', async () => {
    const { left, complaints } = await suppress(
      '# packer-hybrid: ignore build/tried\nsource "null" "x" {}\n',
      [2],
    );

    expect(left).toEqual([]);
    expect(complaints.map(({ rule, severity, range }) => [rule, severity, range?.start.line])).toEqual([
      ['core/suppression-without-reason', 'medium', 1],
    ]);
  });

  it('without effect is told of, unless its rule did not run', async () => {
    const text = [
      '# packer-hybrid: ignore build/tried -- fixed long ago',
      '# packer-hybrid: ignore build/other -- this rule is off',
      '# packer-hybrid: ignore build/tired -- misspelt',
      '# packer-hybrid: ignore -- nothing',
      'source "null" "x" {}',
    ].join('\n');

    const { complaints } = await suppress(text, []);

    expect(complaints.map(({ rule, message, remedy }) => [rule, message, remedy])).toEqual([
      [
        'core/unused-suppression',
        'The suppression of "build/tried" has no effect: the rule finds nothing here.',
        'Remove it, or put it right before what it is about.',
      ],
      [
        'core/unused-suppression',
        'The suppression of "build/tired" has no effect: there is no rule of that name.',
        'Did you mean "build/tried"?',
      ],
      [
        'core/unused-suppression',
        'This suppression names no rule, so it suppresses nothing.',
        'Remove it, or put it right before what it is about.',
      ],
    ]);
  });

  it('in a string is none', async () => {
    const { left } = await suppress(
      'source "null" "x" {\n  a = "# packer-hybrid: ignore build/tried -- x"\n}\n',
      [2],
    );

    expect(left).toEqual([2]);
  });
});
