import { describe, expect, it } from 'vitest';
import { HybridError } from './hybrid-error.ts';
import { errorText, renderError } from './render.ts';

const unreadable = (cause?: unknown) =>
  new HybridError(
    'PH_CONFIG_UNREADABLE',
    { file: 'a.json', reason: 'a comma is missing', frame: '> 1 | {' },
    { cause },
  );

describe('renderError', () => {
  it('takes an error apart, with the frame out of its message', () => {
    const rendered = renderError(unreadable(new Error('inner')));

    expect(rendered).toEqual({
      code: 'PH_CONFIG_UNREADABLE',
      message: 'a.json cannot be read: a comma is missing',
      remedy: 'Correct a.json, or pass another file with --config <file>.',
      frame: '> 1 | {',
      stack: undefined,
      causes: [],
    });
  });

  it('shows the chain of causes with debug', () => {
    const inner = new TypeError('inner', { cause: 'a word' });

    const { stack, causes } = renderError(unreadable(inner), { debug: true });

    expect(stack).toMatch(/^\s+at /);
    expect(causes).toEqual([
      { name: 'TypeError', message: 'inner', stack: expect.stringMatching(/^\s+at /) },
      { name: 'string', message: 'a word', stack: undefined },
    ]);
  });

  it('ends at causes that go in a circle', () => {
    const inner = new Error('inner');
    inner.cause = inner;

    const { causes } = renderError(unreadable(inner), { debug: true });

    expect(causes.map(({ message }) => message)).toEqual(['inner']);
  });

  it('calls every other thrown value a defect', () => {
    const rendered = renderError(new RangeError('no'));

    expect(rendered).toMatchObject({ code: undefined, message: 'no', frame: undefined });
    expect(rendered.remedy).toContain('defect');
  });
});

describe('errorText', () => {
  it('puts the parts below each other', () => {
    const text = errorText(renderError(unreadable()));

    expect(text).toEqual(
      'PH_CONFIG_UNREADABLE: a.json cannot be read: a comma is missing\n> 1 | {\n' +
        'Correct a.json, or pass another file with --config <file>.',
    );
  });

  it('adds causes when they are there', () => {
    const text = errorText({
      ...renderError('words'),
      causes: [{ name: 'Error', message: 'why', stack: '  at x' }],
    });

    expect(text).toContain('words\n');
    expect(text).toMatch(/\nCaused by Error: why\n {2}at x$/);
  });
});
