import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderKnownWords } from './render-known-words.ts';

test('the words of all signatures are known: `npm run generate` brings them up to date', () => {
  const file = join(import.meta.dirname, '../plugins/recovery/words/known-words.gen.ts');

  expect(readFileSync(file, 'utf8')).toBe(renderKnownWords());
});
