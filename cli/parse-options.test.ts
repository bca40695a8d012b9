import { expect, test } from 'vitest';
import { isHybridError } from '../core/errors/index.ts';
import type { CommandSpec } from './command-spec.ts';
import { commandNamed } from './commands.ts';
import { parseOptions } from './parse-options.ts';

function spec(name: string): CommandSpec {
  const found = commandNamed(name);
  if (!found) throw new TypeError(`no command ${name}`);
  return found;
}

function refusal(name: string, ...argv: readonly string[]) {
  try {
    parseOptions(spec(name), argv);
  } catch (error) {
    if (isHybridError(error)) return error.toJSON();
    throw error;
  }
  throw new TypeError('nothing was refused');
}

test('lists are separated by commas, repeated, or both', () => {
  const { options } = parseOptions(spec('run'), ['--targets', 'qemu,vsphere', '--targets=azure', '-t', 'x']);

  expect(options.list('targets')).toEqual(['qemu', 'vsphere', 'azure', 'x']);
  expect(options.list('only')).toEqual([]);
});

test('of a repeated single value the last one counts', () => {
  const { options, args } = parseOptions(spec('run'), ['a', '--gate=low', 'b', '--gate', 'high', '-q']);

  expect(options.value('gate')).toBe('high');
  expect(options.has('quiet')).toBe(true);
  expect(options.has('verbose')).toBe(false);
  expect(args).toEqual(['a', 'b']);
});

test('what follows -- is never an option', () => {
  const { args } = parseOptions(spec('run'), ['--', '--until']);

  expect(args).toEqual(['--until']);
});

test('an unknown option is answered with the one that is meant', () => {
  expect(refusal('run', '--untill', 'build')).toEqual({
    code: 'PH_USAGE_OPTION',
    message: '`packer-hybrid run` has no option --untill.',
    remedy: 'Did you mean "--until"? Run `packer-hybrid run --help` for what it takes.',
    exit_code: 1,
  });
});

test('an option that looks like nothing here gets no guess', () => {
  const { remedy } = refusal('explain', '--zzzzzzzzzzzz');

  expect(remedy).toBe('Run `packer-hybrid explain --help` for what it takes.');
});

test.each([
  [['--until'], '--until needs a value: preflight, analyze, build, validate, publish.'],
  [['--until', '--debug'], '--until needs a value: preflight, analyze, build, validate, publish.'],
  [['--config='], '--config needs a value: <file>.'],
  [['--targets', ','], '--targets needs a value: <platform>.'],
  [['--debug=yes'], '--debug is a switch and takes no value (got "yes").'],
])('%j is refused', (argv, message) => {
  expect(refusal('run', ...argv).message).toBe(message);
});

test('a wrong value names what is allowed', () => {
  expect(refusal('run', '--os', 'linux,widnows')).toEqual({
    code: 'PH_USAGE_VALUE',
    message: '--os cannot be "widnows".',
    remedy: 'Did you mean "windows"? Allowed: linux, windows and other.',
    exit_code: 1,
  });
});

test('missing, surplus and wrong arguments are named', () => {
  expect(refusal('inspect').message).toContain('needs <template|run|artifact>');
  expect(refusal('status', 'all').message).toContain('does not know what to do with "all"');
  expect(refusal('config', 'prnt').remedy).toBe('Did you mean "print"? Allowed: print.');
});
