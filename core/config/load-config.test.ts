import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from './default-settings.ts';
import { configFolder } from './testing/config-folder.ts';

const plain = { vars: {}, secrets: {}, varFiles: [], cwd: 'template' };

describe('discovery', () => {
  it('answers with the defaults where there is no configuration', async () => {
    const { root, load } = await configFolder({});

    const config = await load();

    expect(config).toMatchObject({
      file: null,
      env: 'default',
      environments: ['default'],
      settings: defaultSettings(),
      plugins: undefined,
      secrets: [],
      workspace: {
        root,
        configs: join(root, 'configs'),
        artifacts: join(root, 'artifacts'),
        logs: join(root, 'logs'),
        state: join(root, 'state'),
        cache: join(root, '.packer-hybrid'),
      },
    });
  });

  it.each([
    ['packer-hybrid.config.json', '{ "retry": { "attempts": 5 } }'],
    ['packer-hybrid.config.yaml', 'retry:\n  attempts: 5\n'],
    ['packer-hybrid.config.yml', 'retry: { attempts: 5 }'],
    ['packer-hybrid.config.mjs', 'export default { retry: { attempts: 5 } };'],
    ['packer-hybrid.config.js', 'module.exports = { retry: { attempts: 5 } };'],
    ['packer-hybrid.config.ts', 'const n: number = 5;\nexport default { retry: { attempts: n } };'],
    ['package.json', '{ "packer-hybrid": { "retry": { "attempts": 5 } } }'],
  ])('finds %s from a folder below it', async (name, text) => {
    const { root, load } = await configFolder({ [name]: text, 'images/web/a.txt': '' });

    const config = await load({ cwd: join(root, 'images', 'web') });

    expect(config.file).toEqual(join(root, name));
    expect(config.workspace.root).toEqual(root);
    expect(config.settings.retry).toEqual({ attempts: 5, wait: 10 });
  });

  it('reads the file that was asked for instead', async () => {
    const { load } = await configFolder({
      'packer-hybrid.config.yaml': 'retry: { attempts: 5 }',
      'other.yaml': '',
    });

    const config = await load({ file: 'other.yaml' });

    expect(config.settings.retry.attempts).toEqual(1);
  });

  it('leaves a broken package.json to those who need it', async () => {
    const { load } = await configFolder({ 'package.json': '{ "name": ' });

    expect((await load()).file).toEqual(null);
  });

  it('says that the file which was asked for is missing', async () => {
    const { fail } = await configFolder({});

    expect((await fail({ file: 'no.yaml' })).code).toEqual('PH_CONFIG_MISSING');
    expect((await fail({ file: '.' })).code).toEqual('PH_CONFIG_UNREADABLE');
  });
});

describe('layers', () => {
  const file = {
    'packer-hybrid.config.yaml': `
templates:
  - path: images/web
    vars: { size: 10, tags: [a, b], user: web, token: plain }
    varFiles: [web.pkrvars.hcl]
  - images/db
policy: { gate: high, retention: { days: 7 } }
rules: { security/x: low, build/y: off }
environments:
  prod:
    policy: { gate: low, deadlines: { build: 1000 } }
    rules: { build/y: high }
    vars: { size: 20 }
    secrets: { token: top-secret-token }
    varFiles: [prod.pkrvars.hcl]
  empty:
    templates: [images/other]
`,
  };

  it('lays the environment over the file and the file over the defaults', async () => {
    const { load } = await configFolder(file);

    const { settings, env, environments } = await load({ env: 'prod' });

    expect([env, environments]).toEqual(['prod', ['default', 'prod', 'empty']]);
    expect(settings.policy).toEqual({
      ...defaultSettings().policy,
      gate: 'low',
      deadlines: { build: 1000 },
      retention: { ...defaultSettings().policy.retention, days: 7 },
    });
    expect(settings.rules).toEqual({ 'security/x': 'low', 'build/y': 'high' });
  });

  it('gives the values of the environment to every template', async () => {
    const { load } = await configFolder(file);

    const { settings, secrets } = await load({ env: 'prod' });

    expect(settings.templates).toEqual([
      {
        path: 'images/web',
        vars: { size: '20', tags: '["a","b"]', user: 'web' },
        secrets: { token: 'top-secret-token' },
        varFiles: ['web.pkrvars.hcl', 'prod.pkrvars.hcl'],
        cwd: 'template',
      },
      {
        path: 'images/db',
        vars: { size: '20' },
        secrets: { token: 'top-secret-token' },
        varFiles: ['prod.pkrvars.hcl'],
        cwd: 'template',
      },
    ]);
    expect(secrets).toEqual(['top-secret-token']);
  });

  it('replaces the templates where the environment lists its own', async () => {
    const { load } = await configFolder(file);

    const { settings } = await load({ variables: { PACKER_HYBRID_ENV: 'empty' } });

    expect(settings.templates).toEqual([{ ...plain, path: 'images/other' }]);
  });

  it('gives the values of the environment to templates that are found by looking', async () => {
    const { load } = await configFolder({
      'packer-hybrid.config.yaml': 'environments: { prod: { vars: { size: 20 } } }',
      'images/web/web.pkr.hcl': 'source "null" "a" {}\nbuild { sources = ["source.null.a"] }\n',
    });

    expect((await load({ env: 'prod' })).settings.templates).toEqual([
      { ...plain, path: 'images/web', vars: { size: '20' } },
    ]);
    expect((await load()).settings.templates).toEqual([]);
  });

  it('lets the command line win, and named templates keep their configured values', async () => {
    const { root, load } = await configFolder(file);

    const { settings } = await load({
      cwd: join(root, 'images'),
      overrides: {
        concurrency: 9,
        gate: 'none',
        install: 'auto',
        packer: '1.11.2',
        packerPath: './packer',
        templates: ['web', '../new', '/elsewhere'],
      },
    });

    expect(settings.templates).toEqual([
      {
        ...plain,
        path: 'images/web',
        vars: { size: '10', tags: '["a","b"]', user: 'web', token: 'plain' },
        varFiles: ['web.pkrvars.hcl'],
      },
      { ...plain, path: 'new' },
      { ...plain, path: '/elsewhere' },
    ]);
    expect(settings.concurrency.total).toEqual(9);
    expect(settings.policy.gate).toEqual('none');
    expect(settings.toolchain).toEqual({
      install: 'auto',
      packer: '1.11.2',
      path: join(root, 'images', 'packer'),
      mirror: 'https://releases.hashicorp.com/packer',
    });
  });

  it('names the environment that was meant', async () => {
    const { fail } = await configFolder(file);

    const error = await fail({ env: 'pord' });

    expect(error.code).toEqual('PH_CONFIG_ENVIRONMENT');
    expect(error.remedy).toEqual('Did you mean "prod"? Environments: default, prod and empty.');
  });
});

describe('workspace', () => {
  it('resolves folders against the file and takes absolute ones as they are', async () => {
    const { root, load } = await configFolder({
      'packer-hybrid.config.json': '{ "workspace": { "artifacts": "out/images", "cache": "/var/cache/ph" } }',
    });

    const { workspace } = await load();

    expect(workspace).toMatchObject({ artifacts: join(root, 'out/images'), cache: '/var/cache/ph' });
  });

  it('refuses folders that lead out, are the workspace itself, or are used twice', async () => {
    const { fail } = await configFolder({
      'packer-hybrid.config.json':
        '{ "workspace": { "artifacts": "../out", "cache": ".", "logs": "state" } }',
    });

    const { context } = await fail();

    expect(context).toMatchObject({
      problems: [
        { path: 'workspace.artifacts', message: expect.stringMatching(/^leads out of the workspace/) },
        { path: 'workspace.cache', message: expect.stringMatching(/^is the workspace itself/) },
        { path: 'workspace.state', message: 'is the same folder as workspace.logs' },
      ],
    });
  });
});
