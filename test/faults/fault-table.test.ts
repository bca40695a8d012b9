import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository-root.ts';
import { namesInTable, withTable } from './fault-table.ts';
import { faultNames } from './find-faults.ts';

it('the page about recovery shows exactly the faults that there are', () => {
  const page = readFileSync(join(repositoryRoot, 'docs', 'recovery.md'), 'utf8');

  expect(namesInTable(page), 'Run `npm run test:faults`.').toEqual(faultNames());
});

it('a table replaces the one before and leaves the rest of the page alone', () => {
  const page = 'before\n<!-- faults:begin -->\n| `old` |\n<!-- faults:end -->\nafter\n';
  const result = {
    name: 'new',
    what: 'it is new',
    detected: 'script-failed',
    isRefused: false,
    isAllowed: false,
    isLasting: false,
    actions: [],
    outcome: 'escalated',
    leftovers: 0,
    wrong: 0,
  } as const;

  const written = withTable(page, [result]);

  expect(namesInTable(written)).toEqual(['new']);
  expect(written).toMatch(/^before\n[\s\S]*\nafter\n$/);
  expect(written).toContain('1 faults: 0 recovered, 0 withstood without a failure, 1 escalated');
  expect(withTable(written, [result])).toEqual(written);
});
