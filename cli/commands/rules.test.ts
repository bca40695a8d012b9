import { afterEach, expect, test } from 'vitest';
import { removeTemporaryWorkspaces, temporaryWorkspace } from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const rule = 'syntax/quoted-literal';

test('rules list names every rule with what it reports as here', async () => {
  const { run } = temporaryWorkspace({
    'packer-hybrid.config.json': JSON.stringify({ rules: { [rule]: 'high' } }),
  });

  const recommended = JSON.parse((await run('rules', 'list', '-f', 'json')).out);
  const strict = JSON.parse((await run('rules', 'list', '-f', 'json', '--preset', 'strict')).out);

  const levelIn = (list: typeof strict) =>
    list.rules.find((one: { rule: string }) => one.rule === rule).level;
  expect([levelIn(recommended), levelIn(strict)]).toEqual(['high', 'low']);
  expect(strict.rules.filter(({ level }: { level: string }) => level === 'off')).toEqual([]);
  expect(recommended.rules.length).toBe(strict.rules.length);
  expect(recommended).toMatchObject({ version: 1, preset: 'recommended' });
});

test('rules list is a table for people', async () => {
  const { run } = temporaryWorkspace({});

  const { code, out } = await run('rules', 'list', '--preset', 'strict');

  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`^${rule} +low +safe fix +\\S`, 'm'));
  expect(out).toMatch(/\n\d+ rules, \d+ of them on \(preset strict\)\./);
});

test('explain tells a rule with its readme', async () => {
  const { run } = temporaryWorkspace({});

  const text = await run('explain', rule);
  const json = await run('explain', rule, '-f', 'json');
  const wrong = await run('explain', 'syntax/quoted-litteral');

  expect(text.out).toMatch(new RegExp(`^${rule}\n`));
  expect(text.out).toContain('## How to correct it');
  expect(JSON.parse(json.out).rules).toMatchObject([
    { rule, level: 'off', readme: expect.stringContaining(`# ${rule}`) },
  ]);
  expect(wrong.err).toContain('Did you mean "syntax/quoted-literal"?');
});
