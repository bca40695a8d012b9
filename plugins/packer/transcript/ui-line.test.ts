import { describe, expect, it } from 'vitest';
import { parseUiLine, splitUiText } from './ui-line.ts';

describe('splitUiText', () => {
  it("keeps a script's own backslash n in one line", () => {
    expect(splitUiText('==> b.null.one: C:\\new\\nodes')).toEqual(['==> b.null.one: C:\\new\\nodes']);
  });

  it('separates lines that name their build again', () => {
    expect(splitUiText('    qemu.x: first\\n    qemu.x: second')).toEqual([
      '    qemu.x: first',
      '    qemu.x: second',
    ]);
  });

  it('separates every line of a message about the whole run', () => {
    expect(splitUiText('Error: no\\n\\n  on a.pkr.hcl line 1')).toEqual([
      'Error: no',
      '',
      '  on a.pkr.hcl line 1',
    ]);
  });
});

describe('parseUiLine', () => {
  it.each([
    [
      '==> b.null.one: text: more',
      { build: 'b.null.one', label: undefined, mark: 'heading', text: 'text: more' },
    ],
    [
      '    b.null.one (shell-local): post',
      { build: 'b.null.one', label: 'shell-local', mark: 'output', text: 'post' },
    ],
    ['    b.null.one:', { build: 'b.null.one', label: undefined, mark: 'output', text: '' }],
    [
      '\u001b[1;32m==> qemu.x: green\u001b[0m',
      { build: 'qemu.x', label: undefined, mark: 'heading', text: 'green' },
    ],
    [
      '==> Wait completed after 1 second',
      { build: undefined, mark: 'none', text: '==> Wait completed after 1 second' },
    ],
    ['', { build: undefined, mark: 'none', text: '' }],
  ])('takes %j apart', (line, expected) => {
    expect(parseUiLine(line)).toMatchObject(expected);
  });

  it('reads the time in front', () => {
    expect(parseUiLine('2026-11-24T08:15:29Z: ==> qemu.debian: Retrieving ISO')).toMatchObject({
      at: Date.parse('2026-11-24T08:15:29Z'),
      text: 'Retrieving ISO',
    });
  });

  it('takes no text for a build when the names are known', () => {
    expect(parseUiLine('==> note: text', ['qemu.x'])).toMatchObject({
      build: undefined,
      text: '==> note: text',
    });
  });
});
