import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { azure } from './index.ts';

const names = ['SUBSCRIPTION_ID', 'TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET'];
const noEnvironment = Object.fromEntries(
  names.flatMap((name) => [
    [`ARM_${name}`, undefined],
    [`AZURE_${name}`, undefined],
  ]),
);
const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e';

const template = (body: string, { rest = '', type = 'azure-arm' } = {}) => `
${rest}
source "${type}" "debian" {
  ${body}
}
build {
  sources = ["source.${type}.debian"]
}
`;

const complete = `
  client_id       = "${uuid}"
  client_secret   = "correct-horse"
  subscription_id = "${uuid}"
  location        = "westeurope"
`;

function check(text: string, { env, ...others }: Partial<Scenario> = {}, plugin = azure()) {
  const files = { 'image.pkr.hcl': text };
  return runPlugin(plugin, { hook: 'preflight', files, env: { ...noEnvironment, ...env }, ...others });
}

const failed = (outcome: Awaited<ReturnType<typeof check>>) =>
  outcome.checks.filter(({ ok }) => !ok).map(({ id, severity }) => `${id} ${severity}`);

/** A folder with an `az` that is never run, and what it keeps when it is logged in. */
async function cliFolder(profile: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'azure-cli-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/az'), '#!/bin/sh\nexit 1\n');
  await chmod(join(folder, 'bin/az'), 0o755);
  await writeFile(join(folder, 'azureProfile.json'), profile);
  return folder;
}

describe('azure', () => {
  it('passes a service principal that is complete', async () => {
    const outcome = await check(template(complete));

    expect(outcome.checks.map(({ id, ok }) => [id, ok])).toEqual([['azure/credentials', true]]);
    expect(outcome.record.targets.map(({ target }) => [target.platform, target.host])).toEqual([
      ['azure', uuid],
    ]);
    expect(outcome.notes).toHaveLength(1);
  });

  it.each([
    [
      'a secret without ids',
      'client_secret = "correct-horse"\nlocation = "x"',
      ['azure/credentials critical'],
    ],
    ['two proofs', `${complete}\nclient_jwt = "abc"`, ['azure/credentials critical']],
    ['a tenant alone', `tenant_id = "${uuid}"\nlocation = "x"`, ['azure/credentials critical']],
    ['names in place of ids', complete.replaceAll(uuid, 'production'), ['azure/ids high', 'azure/ids high']],
    ['no place to build', complete.replace(/location.*/, ''), ['azure/place critical']],
    ['two places to build', `${complete}\nbuild_resource_group_name = "rg"`, ['azure/place critical']],
    [
      'a file that does not exist',
      `${complete}\ncustom_data_file = "cloud-init.yml"`,
      ['azure/files critical'],
    ],
  ])('refuses %s', async (_, body, expected) => {
    const outcome = await check(template(body));

    expect(failed(outcome)).toEqual(expected);
  });

  it('stays silent about values that only Packer can know', async () => {
    const outcome = await check(
      template('client_secret = data.http.s.body\nclient_id = data.http.c.body\nlocation = data.http.l.body'),
    );

    expect(outcome.checks).toEqual([]);
  });

  it('names the variable that should have brought the secret', async () => {
    const rest = 'variable "azure_password" {\n  type = string\n}';
    const body = `tenant_id = "${uuid}"\nclient_secret = var.azure_password\nlocation = "x"`;

    const outcome = await check(template(body, { rest }));

    expect(outcome.checks.find(({ ok }) => !ok)?.message).toContain('"azure_password" has no value');
  });

  it('finds the Azure CLI missing, logged out and logged in', async () => {
    const text = template('use_azure_cli_auth = true\nlocation = "x"');
    const loggedOut = await cliFolder('{"subscriptions":[]}');
    const loggedIn = await cliFolder('\uFEFF{"subscriptions":[{"id":"1","isDefault":true}]}');
    const using = (folder: string) => ({
      env: { PATH: `${folder}/bin:${process.env.PATH}`, AZURE_CONFIG_DIR: folder },
    });

    const outcomes = [
      await check(text, { env: { PATH: '/nonexistent' } }),
      await check(text, using(loggedOut)),
      await check(text, using(loggedIn)),
    ];

    expect(outcomes.map(({ checks }) => checks.map(({ id, ok }) => [id, ok]))).toEqual([
      [['azure/cli', false]],
      [['azure/cli', false]],
      [['azure/cli', true]],
    ]);
  });

  it('asks for no place where the builder runs on the machine itself', async () => {
    const outcome = await check(
      template(complete.replace(/location.*/, 'source = "/subscriptions/x"'), { type: 'azure-chroot' }),
    );

    expect(failed(outcome)).toEqual([]);
  });

  it('gives ids to declared variables and the secret only through the environment', async () => {
    const rest = ['client_id', 'azure_client_secret', 'azure_location']
      .map((name) => `variable "${name}" {\n  type = string\n}`)
      .join('\n');
    let given: unknown;

    await runPlugin(azure({ clientId: uuid, clientSecret: 'correct-horse', location: 'westeurope' }), {
      hook: 'build',
      files: { 'image.pkr.hcl': template(complete, { rest }) },
      env: noEnvironment,
      async build(context, api) {
        const provider = api.use('variables/azure');
        given = [await provider.resolve(context), await provider.environment?.(context.target, context)];
      },
    });

    expect(given).toEqual([
      { client_id: uuid, azure_location: 'westeurope' },
      {
        ARM_CLIENT_ID: uuid,
        ARM_CLIENT_SECRET: 'correct-horse',
        PKR_VAR_azure_client_secret: 'correct-horse',
      },
    ]);
  });
});
