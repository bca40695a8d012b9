import { describe, expect, it } from 'vitest';
import { parseDiagnostics } from './diagnostics.ts';

describe('parseDiagnostics', () => {
  it('reads summary, place and detail', () => {
    const text = `Error: Unsupported argument

  on vbad/t.pkr.hcl line 7:
  (source code not available)

An argument named "headles" is not expected here. Did you mean "headless"?
`;

    expect(parseDiagnostics(text)).toEqual([
      {
        level: 'error',
        summary: 'Unsupported argument',
        detail: 'An argument named "headles" is not expected here. Did you mean "headless"?',
        file: 'vbad/t.pkr.hcl',
        line: 7,
      },
    ]);
  });

  it('reads several, with the block and the code in between', () => {
    const text = `Warning: Old

Do not use it.

Error: Invalid block definition

  on a b/t.pkr.hcl line 12, in source "null" "x":
  12: source "null" "x" {
  13: }

Close it.
`;

    expect(parseDiagnostics(text)).toMatchObject([
      { level: 'warning', summary: 'Old', detail: 'Do not use it.', file: undefined, line: undefined },
      { level: 'error', detail: 'Close it.', file: 'a b/t.pkr.hcl', line: 12 },
    ]);
  });

  it('finds nothing in other text', () => {
    expect(parseDiagnostics('The configuration is valid.')).toEqual([]);
  });
});
