import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { main } from './main.ts';
import { testHost } from './testing/test-host.ts';

async function answer(...argv: readonly string[]) {
  const host = testHost();
  const code = await main(argv, host);
  return { code, ...host.output.written };
}

test('--version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

  expect(await answer('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  expect(await answer('-V')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each([[['--help']], [['-h']], [[]]])('%j lists every command', async (argv) => {
  const { code, out, err } = await answer(...argv);

  expect(code).toBe(0);
  expect(err).toBe('');
  for (const { name, summary } of commands) expect(out).toContain(`${name.padEnd(11)}${summary}`);
});

test.each(commands.map(({ name }) => name))('%s --help shows usage, options and examples', async (name) => {
  const { code, out } = await answer(name, '--help');

  const lines = out.split('\n');
  expect(code).toBe(0);
  expect(out).toContain(`Usage: packer-hybrid ${name}`);
  expect(lines.filter((line) => line.startsWith(`  packer-hybrid ${name}`)).length).toBeGreaterThan(0);
  expect(out).toContain('--format <format>');
});

test('help is shown even where other options are wrong or come first', async () => {
  const { out } = await answer('--debug', 'run', '--bogus', '-h');

  expect(out).toContain('Usage: packer-hybrid run');
});

test('a mistyped command is answered with the one that is meant', async () => {
  const { code, out, err } = await answer('biuld');

  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('PH_USAGE_COMMAND There is no command "biuld".');
  expect(err).toContain('Did you mean "build"?');
});

test('a value before the command is not taken for the command', async () => {
  const { code, out } = await answer('--format', 'json', 'help', 'run');

  expect(code).toBe(0);
  expect(JSON.parse(out).commands).toMatchObject([{ name: 'run' }]);
});

test('an option alone is no command', async () => {
  const { code, err } = await answer('--bogus');

  expect(code).toBe(1);
  expect(err).toContain('--bogus');
  expect(err).toContain('`packer-hybrid --help`');
});

test('with --format json an error is the one document', async () => {
  const { code, out, err } = await answer('staus', '--format=json');

  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    error: {
      code: 'PH_USAGE_COMMAND',
      message: 'There is no command "staus".',
      remedy: expect.stringContaining('Did you mean "status"?'),
      exit_code: 1,
    },
  });
  expect(err).toContain('There is no command "staus".');
});

test('with --format ndjson an error is one line', async () => {
  const { out } = await answer('run', '--concurrency', 'many', '--format', 'ndjson');

  expect(out.split('\n')).toHaveLength(2);
  expect(JSON.parse(out).error.code).toBe('PH_USAGE_VALUE');
});
