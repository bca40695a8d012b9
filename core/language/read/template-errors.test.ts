// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import type { Template } from '../model.ts';
import { inFolder, readIn } from '../testing/written-template.ts';

const local = (template: Template, name: string) =>
  template.locals.find((candidate) => candidate.name === name)?.value;
const said = (template: Template) =>
  template.errors.map(({ kind, message, range }) => `${kind} ${range.file}:${range.start.line} ${message}`);

describe('errors', () => {
  it('name what is not declared, declared twice, or no block at all, and where', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl':
          'source "null" "x" {}\nbuild {\n  sources = ["source.null.x", "source.null.y", "z"]\n}\n',
        'b.pkr.hcl': 'source "null" "x" {}\nsource "null" {}\nresource "a" "b" {}\nloose = 1\n',
      },
    });

    expect(said(template)).toEqual([
      'declaration b.pkr.hcl:4 "loose" cannot stand at the top of a template: expected a block such as source, build or variable.',
      'declaration b.pkr.hcl:2 A source block takes 2 labels, here are 1: source "<type>" "<name>" { … }',
      'declaration b.pkr.hcl:3 "resource" is not a block that Packer knows at the top of a template. Did you mean "source"?',
      'declaration b.pkr.hcl:1 The source "null.x" is already declared at a.pkr.hcl:1.',
      'reference a.pkr.hcl:3 The source null.y is not declared. Declared sources: null.x.',
      'reference a.pkr.hcl:3 "z" does not name a source: expected source.<type>.<name>. Declared sources: null.x.',
    ]);
  });

  it('do not follow from a syntax error', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': 'source "null" "x"\n  a = 1\n}\nbuild {\n  sources = ["null.x"]\n}\n',
        'b.pkr.hcl': 'build {\n  sources = ["null.x"]\n}\nodd {}\n',
      },
    });

    expect(said(template)).toEqual([
      'syntax a.pkr.hcl:1 Expected "=" or "{" after "source", found the end of the line.',
      'declaration b.pkr.hcl:4 "odd" is not a block that Packer knows at the top of a template.',
    ]);
  });

  it('of JSON say what was expected', async () => {
    const template = await readIn({
      files: { 'a.pkr.json': '{\n  "variable": {"v": {"default": "x"}}\n  "build": [}\n' },
    });

    expect(template.variables.map(({ name }) => name)).toEqual(['v']);
    expect(said(template)[0]).toEqual('syntax a.pkr.json:3 Expected "," before the next entry.');
  });

  it.each([
    ['a.pkr.json', `{"locals": {"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}}`],
    ['a.pkr.hcl', `locals {\n  a = ${'['.repeat(50_000)}${']'.repeat(50_000)}\n}\n`],
  ])('tell when %s is nested too deeply, and other files are read all the same', async (path, text) => {
    const template = await readIn({ files: { [path]: text, 'b.pkr.hcl': 'locals {\n  b = 1\n}\n' } });

    expect(said(template)).toEqual([`syntax ${path}:1 The file is nested too deeply to be read.`]);
    expect(local(template, 'b')).toEqual({ state: 'known', value: 1 });
  });

  it('are at most two hundred for one file', async () => {
    const template = await readIn({ files: { 'a.pkr.hcl': 'a =\n'.repeat(5000) } });

    expect(template.errors.filter(({ kind }) => kind === 'syntax')).toHaveLength(200);
  });

  it('name a template that cannot be read', async () => {
    const reading = inFolder({}, (root) => readIn({ root, path: 'gone.pkr.hcl', files: {} }));

    await expect(reading).rejects.toMatchObject({ code: 'PH_TEMPLATE_UNREADABLE' });
  });
});
