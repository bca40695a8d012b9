import { describe, expect, it } from 'vitest';
import { definePlugin, type Plugin } from '../plugin/index.ts';
import { checkDocument } from './check-document.ts';
import { env } from './environment-reference.ts';

const check = (raw: unknown, variables = {}, environment = 'default') =>
  checkDocument(raw, { variables, environment });
const plugin = definePlugin({ name: 'vault', apiVersion: 1 }) as (input?: unknown) => Plugin;

describe('problems', () => {
  it.each([
    ['no object', [], '', 'must be an object', 'Set the configuration to an object.'],
    [
      'a misspelt key',
      { polcy: {} },
      'polcy',
      'is not a known setting',
      'Did you mean "policy"? Rename polcy to policy.',
    ],
    [
      'an unknown key',
      { retry: { attempts: 1, zebra: 2 } },
      'retry.zebra',
      'is not a known setting',
      'Remove retry.zebra; known here: attempts, wait.',
    ],
    [
      'an unknown word',
      { policy: { gate: 'hihg' } },
      'policy.gate',
      'must be one of "critical", "high", "medium", "low", "none"',
      'Did you mean "high"? Set policy.gate to one of "critical", "high", "medium", "low", "none".',
    ],
    [
      'a number that is too small',
      { concurrency: { hosts: { 'esx.local': 0 } } },
      'concurrency.hosts["esx.local"]',
      'must be a whole number, 1 or more',
      'Set concurrency.hosts["esx.local"] to a whole number, 1 or more.',
    ],
    [
      'a missing value',
      { templates: [{ vars: {} }] },
      'templates[0].path',
      'is missing; it must be the path of a template directory or file, or a glob',
      'Set templates[0].path to the path of a template directory or file, or a glob.',
    ],
    [
      'a version that is none',
      { toolchain: { packer: 'newest' } },
      'toolchain.packer',
      'must be a version such as "1.11.2" or a range such as "~1.11"',
      'Set toolchain.packer to a version such as "1.11.2" or a range such as "~1.11".',
    ],
    [
      'a name that no file can carry',
      { environments: { 'a/b': {} } },
      'environments["a/b"]',
      'is not a name for an environment',
      'Rename environments["a/b"]: letters, digits, "-", "_" and ".", no blank and no "/".',
    ],
    [
      'a plugin that was not called',
      { plugins: [plugin] },
      'plugins[0]',
      'is not a plugin',
      'Call it: plugin(), with its options if it has any.',
    ],
    [
      'a plugin in JSON',
      { plugins: ['qemu'] },
      'plugins[0]',
      'is not a plugin',
      'JSON and YAML cannot name plugins; write the configuration as packer-hybrid.config.ts.',
    ],
    [
      'a variable that is not set',
      { toolchain: { mirror: env('PH_MIRROR') } },
      'toolchain.mirror',
      'needs the environment variable PH_MIRROR, which is not set',
      "Set PH_MIRROR, or give a default: env('PH_MIRROR', '…').",
    ],
  ])('says place, rule and fix of %s', (_case, raw, path, message, fix) => {
    const { problems } = check(raw);

    expect(problems.map(({ value: _, ...problem }) => problem)).toEqual([
      { path, message, fix: fix.replace('plugin()', `${plugin.name || 'plugin'}()`) },
    ]);
  });

  it('names all of them at once, with the values', () => {
    const { problems } = check({ policy: { force: 'maybe' }, retry: { wait: -1 }, templates: 'a', extra: 1 });

    expect(problems.map(({ path, value }) => [path, value])).toEqual([
      ['templates', '"a"'],
      ['retry.wait', '-1'],
      ['policy.force', '"maybe"'],
      ['extra', undefined],
    ]);
  });

  it('shows no secret and no long value', () => {
    const { problems } = check(
      {
        environments: { default: { secrets: { token: null } } },
        policy: { gate: env('PH_GATE'), onError: 'x'.repeat(100) },
      },
      { PH_GATE: 's3cret-gate' },
    );

    expect(problems.map(({ value }) => value)).toEqual([`"***"`, `"${'x'.repeat(59)}…`, '***']);
  });
});

describe('references', () => {
  it('takes values from the environment anywhere, as text, number or switch', () => {
    const { document, secrets, problems } = check(
      {
        concurrency: { total: env('PH_TOTAL') },
        policy: { force: env('PH_FORCE') },
        templates: [env('PH_TEMPLATE'), { path: 'b', vars: { user: env('PH_USER', 'root') } }],
      },
      { PH_TOTAL: '7', PH_FORCE: 'true', PH_TEMPLATE: 'images/a' },
    );

    expect(problems).toEqual([]);
    expect(document).toEqual({
      concurrency: { total: 7 },
      policy: { force: true },
      templates: [{ path: 'images/a' }, { path: 'b', vars: { user: 'root' } }],
    });
    expect(secrets).toEqual(['7', 'true', 'images/a']);
  });

  it('resolves what plugins were given in copies, and leaves other objects alone', () => {
    const client = new Map();
    const original = plugin({ token: env('PH_TOKEN'), nested: [{ url: env('PH_URL', 'http://x') }], client });

    const { plugins } = check({ plugins: [original, false, null] }, { PH_TOKEN: 'hidden' });

    expect(plugins?.map(({ plugin: { name, input } }) => ({ name, input }))).toEqual([
      { name: 'vault', input: { token: 'hidden', nested: [{ url: 'http://x' }], client } },
    ]);
    expect(plugins?.[0]?.plugin).not.toBe(original);
    expect(original.input).toMatchObject({ token: { $env: 'PH_TOKEN' } });
  });

  it('wants only the variables of the chosen environment', () => {
    const raw = {
      environments: {
        prod: { secrets: { token: env('PH_PROD') }, toolchain: { mirror: env('PH_M') } },
        dev: { secrets: { token: env('PH_DEV') } },
      },
    };

    expect(check(raw, { PH_DEV: 'hidden' }, 'dev').problems).toEqual([]);
    expect(check(raw, {}, 'prod').problems.map(({ path }) => path)).toEqual([
      'environments.prod.secrets.token',
      'environments.prod.toolchain.mirror',
    ]);
  });

  it('checks the other environments all the same', () => {
    const { problems } = check({ environments: { prod: { retry: { atempts: 1 } } } });

    expect(problems.map(({ path }) => path)).toEqual(['environments.prod.retry.atempts']);
  });

  it('moves variables that come from the environment to the secrets, which never travel in arguments', () => {
    const { document } = check(
      {
        templates: [{ path: 'a', vars: { user: env('PH_USER'), plain: 'x', other: env('PH_OTHER', 'y') } }],
        environments: { default: { vars: { token: env('PH_TOKEN') }, secrets: { key: 'k' } } },
        rules: { 'build/x': ['high', { vars: { rule: env('PH_USER') } }] },
      },
      { PH_USER: 'hidden-user', PH_TOKEN: 'hidden-token' },
    );

    expect(document).toEqual({
      templates: [{ path: 'a', vars: { plain: 'x', other: 'y' }, secrets: { user: 'hidden-user' } }],
      environments: { default: { vars: {}, secrets: { token: 'hidden-token', key: 'k' } } },
      rules: { 'build/x': ['high', { vars: { rule: 'hidden-user' } }] },
    });
  });

  it('takes empty text for a variable that is not set', () => {
    const { document } = check({ templates: [env('PH_EMPTY', 'images')] }, { PH_EMPTY: '' });

    expect(document.templates).toEqual([{ path: 'images' }]);
  });
});
