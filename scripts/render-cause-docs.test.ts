import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { causes } from '../plugins/recovery/diagnosis/index.ts';
import { withCauses } from './render-cause-docs.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/diagnosis.md'), 'utf8');

test('the page names every cause once: `npm run generate` brings it up to date', () => {
  const [, causesTable = ''] = page.split(/<!-- .*causes.* -->/);
  const named = [...causesTable.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, cause]) => cause);

  expect(named.toSorted()).toEqual(Object.keys(causes).toSorted());
  expect(page).toBe(withCauses(page));
});

test('a page without a place for the table is refused', () => {
  expect(() => withCauses('# Diagnosis')).toThrow('has no table between');
});
