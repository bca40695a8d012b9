import { describe, expect, it } from 'vitest';
import { readManifestErrors } from './manifest-errors.ts';

describe('readManifestErrors', () => {
  it('reads every error with its place', () => {
    const output = [
      "Error: Could not parse for environment production: Syntax error at '}' (file: /w/a.pp, line: 5, column: 1)",
      'Warning: something else (file: /w/a.pp, line: 1)',
      "Error: Could not parse for environment production: Unclosed quote after '\"' (file: /w/b c.pp, line: 2)",
    ].join('\n');

    expect(readManifestErrors(output)).toEqual([
      { message: "Syntax error at '}'", file: '/w/a.pp', line: 5, column: 1 },
      { message: "Unclosed quote after '\"'", file: '/w/b c.pp', line: 2 },
    ]);
  });

  it('keeps errors without a place, but not the hint that follows', () => {
    const output =
      "Error: One or more file(s) specified did not exist:\nError: Try 'puppet help parser validate'\n";

    expect(readManifestErrors(output)).toEqual([{ message: 'One or more file(s) specified did not exist:' }]);
  });
});
