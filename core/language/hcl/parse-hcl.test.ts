// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import type { SyntaxBody } from '../syntax/document.ts';
import { parseHcl } from './parse-hcl.ts';

const parse = (text: string) => parseHcl('t.pkr.hcl', text);

/** What was kept: attributes with the kind of their expression, blocks by type. */
function outline(body: SyntaxBody): unknown {
  return {
    ...Object.fromEntries(body.attributes.map(({ name, expression }) => [name, expression.kind])),
    ...Object.fromEntries(body.blocks.map((block) => [block.type, outline(block.body)])),
  };
}

describe('places', () => {
  it('count UTF-16 code units, behind emoji and Windows line ends', async () => {
    const { body } = await parse('a = "é😀"\r\nb = 1\r\n');

    expect(body.attributes.map(({ name, valueRange }) => [name, valueRange.start, valueRange.end])).toEqual([
      ['a', { line: 1, column: 5, offset: 4 }, { line: 1, column: 10, offset: 9 }],
      ['b', { line: 2, column: 5, offset: 15 }, { line: 2, column: 6, offset: 16 }],
    ]);
  });

  it('give a byte order mark an offset but no column', async () => {
    const { body, errors } = await parse('\uFEFFa = 1\nb = 2\n');

    expect(errors).toEqual([]);
    expect(body.attributes.map(({ range }) => range.start)).toEqual([
      { line: 1, column: 1, offset: 1 },
      { line: 2, column: 1, offset: 7 },
    ]);
  });

  it('stay right in a file longer than the parser reads at once', async () => {
    const filler = `# ${'ä😀'.repeat(40)}\n`.repeat(500);

    const { body } = await parse(`${filler}last = "x"\n`);

    expect(body.attributes[0]?.range.start).toEqual({ line: 501, column: 1, offset: filler.length });
    expect(body.attributes[0]?.text).toEqual('"x"');
  });

  it('span a block from its type to its brace and a body between the braces', async () => {
    const text = 'source "null" "x" {\n  a = 1\n}\n';

    const { body } = await parse(text);

    const [block] = body.blocks;
    expect(block?.labels).toEqual(['null', 'x']);
    expect(text.slice(block?.range.start.offset, block?.range.end.offset)).toEqual(text.trim());
    expect(text.slice(block?.body.range.start.offset, block?.body.range.end.offset)).toEqual('\n  a = 1\n');
  });
});

describe('a text that is not whole', () => {
  const cases: readonly { title: string; text: string; errors: readonly string[]; kept: unknown }[] = [
    {
      title: 'a value not typed yet',
      text: 'source "a" "b" {\n  x = \n  y = "1"\n}\nbuild {\n  s = 1\n}\n',
      errors: ['2:3 Expected a value for "x", found the end of the line.'],
      kept: { source: { x: 'broken', y: 'literal' }, build: { s: 'literal' } },
    },
    {
      title: 'a string without end',
      text: 'source "a" "b" {\n  x = "abc\n  y = "1"\n}\nbuild {\n  s = 1\n}\n',
      errors: ['2:7 The string is not closed: expected a quotation mark on this line.'],
      kept: { source: { x: 'broken', y: 'literal' }, build: { s: 'literal' } },
    },
    {
      title: 'a block without end',
      text: 'source "a" "b" {\n  x = 1\n\nbuild {\n  s = 1\n}\n',
      errors: ['1:16 The block that opens here is never closed: expected "}".'],
      kept: { source: { x: 'literal' }, build: { s: 'literal' } },
    },
    {
      title: 'a list without end',
      text: 'source "a" "b" {\n  x = [1, 2\n  y = 1\n  q {\n  }\n}\nbuild {\n  s = 1\n}\n',
      errors: ['3:3 Expected "," or "]" in the list that starts on line 2, found "y".'],
      kept: { source: { x: 'broken', y: 'literal', q: {} }, build: { s: 'literal' } },
    },
    {
      title: 'a list without a comma',
      text: 'build {\n  x = [\n    "a"\n    "b",\n  ]\n  y = 1\n}\n',
      errors: ['4:5 Expected "," or "]" in the list that starts on line 2, found a string.'],
      kept: { build: { x: 'broken', y: 'literal' } },
    },
    {
      title: 'an object entry without value',
      text: 'build {\n  x = {\n    a =\n    b = 2\n  }\n  y = 1\n}\n',
      errors: ['3:8 Expected a value, found the end of the line.'],
      kept: { build: { x: 'broken', y: 'literal' } },
    },
    {
      title: 'a block without its brace',
      text: 'build\n  x = 1\n}\nlocals {\n  a = 1\n}\n',
      errors: ['1:6 Expected "=" or "{" after "build", found the end of the line.'],
      kept: { x: 'literal', locals: { a: 'literal' } },
    },
    {
      title: 'two attributes on one line, which the grammar would take',
      text: 'a = 1 b = 2\nc = 3\n',
      errors: ['1:7 Expected a new line after the value of "a", found "b".'],
      kept: { a: 'literal', b: 'broken', c: 'literal' },
    },
    {
      title: 'a heredoc without end',
      text: 'build {\n  x = <<EOF\nabc\n}\n',
      errors: ['2:7 The heredoc is not closed: expected a line with EOF alone.'],
      kept: { build: { x: 'broken' } },
    },
    {
      title: 'an interpolation that breaks off',
      text: 'x = "a ${var.} b"\ny = 1\n',
      errors: ['1:14 Expected a name after ".", found "}".'],
      kept: { x: 'broken', y: 'literal' },
    },
    {
      title: 'single quotation marks',
      text: "a = 'x'\nb = 1\n",
      errors: ['1:5 Expected a value (strings stand in double quotation marks), found "\'".'],
      kept: { a: 'broken', b: 'literal' },
    },
    {
      title: 'a brace too many',
      text: 'build {\n}\n}\nlocals {\n}\n',
      errors: ['3:1 There is no open block that this "}" could close.'],
      kept: { build: {}, locals: {} },
    },
    {
      title: 'a word at the end of the file',
      text: 'build {\n  prov',
      errors: ['2:7 Expected "=" or "{" after "prov", found the end of the block or file.'],
      kept: { build: {} },
    },
    {
      title: 'a comment without end',
      text: 'a = 1\n/* b',
      errors: ['2:1 The comment is not closed: expected "*/".'],
      kept: { a: 'literal' },
    },
    {
      title: 'several places at once',
      text: 'a = \nb = 1\nlocals {\n  c = [1,, 2]\n}\nbuild {\n  d = foo(1\n}\n',
      errors: [
        '1:1 Expected a value for "a", found the end of the line.',
        '4:10 Expected a value, found ",".',
        '8:1 Expected "," or ")", found "}".',
      ],
      kept: { a: 'broken', b: 'literal', locals: { c: 'broken' }, build: { d: 'broken' } },
    },
  ];

  it.each(cases)('$title', async ({ text, errors, kept }) => {
    const document = await parse(text);

    const said = document.errors.map(({ message, range }) => {
      return `${range.start.line}:${range.start.column} ${message}`;
    });
    expect(said).toEqual(errors);
    expect(outline(document.body)).toEqual(kept);
  });

  it('may hold text that looks like blocks inside a heredoc', async () => {
    const { body, errors } = await parse('build {\n  x = <<EOF\nbuild {\nlocals {\nEOF\n  y =\n}\n');

    expect(errors).toHaveLength(1);
    expect(outline(body)).toEqual({ build: { x: 'literal', y: 'broken' } });
  });

  it('does not repeat strings, which may be secret', async () => {
    const { errors } = await parse('password = "one" "hunter2"\n');

    expect(errors.map(({ message }) => message)).toEqual([
      'Expected a new line after the value of "password", found a string.',
    ]);
  });
});

describe('a text that is whole', () => {
  it('is taken however HCL allows it to be written', async () => {
    const text = [
      'a = [for k, v in var.x : upper(v) if v != ""]',
      'b = { for k, v in var.x : k => v... }',
      'c = f(',
      '  1,',
      '  [2, 3]...',
      ')',
      'd = var.x[*].y.0["z"].*.q',
      'e = "%{ if a ~} x %{ else }y%{ endif } %{ for i in b }${i}%{ endfor } $${no} ${"in ${ner}"}"',
      'f { g = 1 }',
      'h "l" m {',
      '  i = !a && (-b <= 1 || c % 2 == 0) ? { x : 1, "y" = 2 } : null // why',
      '}',
      'j = <<-EOT',
      '  ${join(",", [for x in y : "\\"${x}\\""])}',
      '  EOT',
      'k = [',
      '  # one',
      '  1,',
      '  /* two */ 2,',
      ']',
      'for = 1',
    ].join('\n');

    const { errors } = await parse(text);

    expect(errors).toEqual([]);
  });

  it('may be empty', async () => {
    const { body, errors } = await parse('');

    expect({ errors, attributes: body.attributes, blocks: body.blocks }).toEqual({
      errors: [],
      attributes: [],
      blocks: [],
    });
  });
});
