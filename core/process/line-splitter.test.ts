import { describe, expect, it } from 'vitest';
import { createSecrets } from './create-secrets.ts';
import { createLineSplitter } from './line-splitter.ts';

function linesOf(chunks: readonly (string | Buffer)[], limit?: number): readonly string[] {
  const lines: string[] = [];
  const secrets = createSecrets(['s3cret-value']);
  const splitter = createLineSplitter(secrets.redact, (line) => lines.push(line), limit);
  for (const chunk of chunks) splitter.write(Buffer.from(chunk));
  splitter.end();
  return lines;
}

describe('createLineSplitter', () => {
  it.each([
    ['no output', [], []],
    ['empty lines', ['a\n\nb\n'], ['a', '', 'b']],
    ['a last line without an end', ['a\nb'], ['a', 'b']],
    ['line ends of Windows, also across chunks', ['a\r\nb\r', '\nc'], ['a', 'b', 'c']],
    ['a secret across chunks', ['x s3cr', 'et-va', 'lue y\n'], ['x *** y']],
    ['a character across chunks', [Buffer.from([0xc3]), Buffer.from([0xbc, 0x0a])], ['ü']],
    ['a progress display', ['10%\r', '20%', '\r30%\r\r\n', 'done\n'], ['30%', 'done']],
    ['a progress display without line end', ['10%\r20%\r'], ['20%']],
  ])('handles %s', (_case, chunks, expected) => {
    expect(linesOf(chunks)).toEqual(expected);
  });

  it('bounds a line that never ends and says how much it left out', () => {
    const lines = linesOf(['x'.repeat(90), 'y'.repeat(60), '\nnext\n'], 100);

    expect(lines).toEqual([`${'x'.repeat(50)} … (line cut, 100 more characters)`, 'next']);
  });

  it('leaves no half of a secret where a line is cut', () => {
    const text = `${'s3cret-value'.repeat(8)}s3cr`;

    const lines = linesOf([text, 'et-value\n'], text.length);

    expect(lines.join()).not.toContain('s3cr');
  });

  it('forgets what a progress display has overwritten', () => {
    const lines = linesOf([...Array.from({ length: 50 }, (_, n) => `${n}% of the download\r`), '\n'], 40);

    expect(lines).toEqual(['49% of the download']);
  });
});
