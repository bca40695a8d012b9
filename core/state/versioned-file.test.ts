import { expect, test } from 'vitest';
import * as z from 'zod';
import { type FileFormat, parseVersioned } from './versioned-file.ts';

const format: FileFormat<{ version: 3; name: string; tags: string[] }> = {
  version: 3,
  migrations: {
    1: ({ title, ...rest }) => ({ ...rest, name: title, version: 2 }),
    2: (old) => ({ ...old, tags: [], version: 3 }),
  },
  schema: z.strictObject({ version: z.literal(3), name: z.string(), tags: z.array(z.string()) }),
};
const parse = (value: unknown) => parseVersioned('f.json', JSON.stringify(value), format);

test('an old file is brought up step by step', () => {
  expect(parse({ version: 1, title: 'a' })).toEqual({
    ok: true,
    value: { version: 3, name: 'a', tags: [] },
  });
});

test('a file of today is taken as it is', () => {
  const value = { version: 3, name: 'a', tags: ['x'] };

  expect(parse(value)).toEqual({ ok: true, value });
});

test('without a way up the file is corrupt', () => {
  expect(parse({ version: 0 })).toEqual({ ok: false, reason: 'there is no way up from version 0.' });
  expect(parse({})).toEqual({ ok: false, reason: 'there is no way up from version undefined.' });
});

test('what does not fit names the place', () => {
  expect(parse({ version: 3, name: 4, tags: [] })).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/^name: /),
  });
});

test('a migration that stands still ends instead of running for ever', () => {
  const stuck = { ...format, migrations: { 1: (old: object) => ({ ...old }) } };

  expect(parseVersioned('f.json', '{"version": 1}', stuck)).toMatchObject({ ok: false });
});
