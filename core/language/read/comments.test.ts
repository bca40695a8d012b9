// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import { readIn } from '../testing/written-template.ts';

async function commentsIn(path: string, text: string) {
  const template = await readIn({ path, files: { [path]: text } });
  return template.files.flatMap(({ comments }) =>
    comments.map((comment) => [
      comment.text,
      comment.range.start.line,
      comment.range.start.column,
      comment.range.end.column,
    ]),
  );
}

describe('comments of a template', () => {
  it('are those of HCL, with their places and without their signs', async () => {
    const text = [
      '# first',
      'locals { //second',
      '  a = "# no // comment ${1 /* none */}" /* third',
      '  line */',
      '  b = <<EOT',
      '# text',
      'EOT',
      '  c = [ 1, # fourth\r',
      '  ]',
      '}',
      '##',
    ].join('\n');

    expect(await commentsIn('t.pkr.hcl', text)).toEqual([
      ['first', 1, 1, 8],
      ['second', 2, 10, 18],
      ['third\n  line', 3, 41, 10],
      ['fourth', 8, 12, 20],
      ['#', 11, 1, 3],
    ]);
  });

  it('survive a syntax error', async () => {
    expect(await commentsIn('t.pkr.hcl', 'locals {\n  a = # here\n  b = 1\n}\n# there\n/* open')).toEqual([
      ['here', 2, 7, 13],
      ['there', 5, 1, 8],
      ['open', 6, 1, 8],
    ]);
  });

  it('are the "//" properties of JSON, at any depth', async () => {
    const text = '{\n "//": "top",\n "locals": { "a": { "//": ["one", " two "] }, "//": 3 }\n}';

    expect(await commentsIn('t.pkr.json', text)).toEqual([
      ['top', 2, 2, 13],
      ['one', 3, 21, 43],
      ['two', 3, 21, 43],
    ]);
  });

  it('are the underscored properties of a legacy template', async () => {
    const text = '{\n "_comment": "top",\n "builders": [{ "type": "null", "//": "in" }]\n}';

    expect(await commentsIn('t.json', text)).toEqual([
      ['top', 2, 2, 19],
      ['in', 3, 33, 43],
    ]);
  });
});
