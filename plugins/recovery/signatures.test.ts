import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Diagnosis } from 'packer-hybrid';
import { expect, test } from 'vitest';
import type { Signature } from './signature.ts';
import * as known from './signatures/index.ts';

const signatures: readonly Signature[] = Object.values(known);

test('every file in the folder is listed, under the name of its cause', () => {
  const files = readdirSync(join(import.meta.dirname, 'signatures'))
    .filter((name) => name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/, ''));

  expect(signatures.map(({ cause }) => cause).sort()).toEqual(files.sort());
});

test.each(signatures.map((signature) => [signature.cause, signature] as const))(
  '%s is sound',
  (_, signature) => {
    const { cause, class: kind, retryable, confidence, patterns, except = [], remedy, action } = signature;

    expect(
      Diagnosis.safeParse({ cause, class: kind, retryable, confidence, evidence: [], remedy, action })
        .success,
    ).toEqual(true);
    expect(remedy).toMatch(/^[A-Z].+\.$/);
    expect(retryable && ['security', 'config'].includes(kind)).toEqual(false);
    // A pattern with a memory would match every other time; one that matches nothing matches everything.
    expect([...patterns, ...except].filter(({ global, sticky }) => global || sticky)).toEqual([]);
    expect([...patterns, ...except].filter((pattern) => pattern.test(''))).toEqual([]);
  },
);
