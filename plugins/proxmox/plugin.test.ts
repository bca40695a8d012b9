import { once } from 'node:events';
import { createServer } from 'node:net';
import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { describe, expect, it } from 'vitest';
import { proxmox } from './index.ts';

const noEnvironment = {
  PROXMOX_URL: undefined,
  PROXMOX_USERNAME: undefined,
  PROXMOX_TOKEN: undefined,
  PROXMOX_PASSWORD: undefined,
};

const template = (body: string, rest = '') => `
${rest}
source "proxmox-iso" "debian" {
  node = "pve1"
  ${body}
}
build {
  sources = ["source.proxmox-iso.debian"]
}
`;

const complete = `
  proxmox_url = "https://pve.example.com:8006/api2/json"
  username    = "packer@pve!build"
  token       = "0a1b2c3d-secret-token"
`;

function check(body: string, scenario: Partial<Scenario> = {}, plugin = proxmox()) {
  const { env, files, ...others } = scenario;
  return runPlugin(plugin, {
    hook: 'preflight',
    files: { 'image.pkr.hcl': template(body), ...files },
    env: { ...noEnvironment, ...env },
    ...others,
  });
}

const failed = (outcome: Awaited<ReturnType<typeof check>>) =>
  outcome.checks.filter(({ ok }) => !ok).map(({ id, severity }) => `${id} ${severity}`);

describe('proxmox', () => {
  it('owns the targets of its source types and names their node as host', async () => {
    const { record } = await check(complete);

    expect(record.targets.map(({ target }) => [target.platform, target.host])).toEqual([['proxmox', 'pve1']]);
  });

  it('passes a source that is complete, and says once what it does not do yet', async () => {
    const outcome = await check(complete);

    expect(outcome.checks.map(({ id, ok, target }) => [id, ok, target])).toEqual([
      ['proxmox/endpoint', true, 'test/-/proxmox-iso.debian'],
      ['proxmox/credentials', true, 'test/-/proxmox-iso.debian'],
    ]);
    expect(outcome.notes).toHaveLength(1);
    expect(outcome.failures).toEqual([]);
  });

  it('says nothing at all without a target of its own', async () => {
    const outcome = await runPlugin(proxmox(), {
      hook: 'preflight',
      files: { 'a.pkr.hcl': 'source "null" "n" {}\nbuild {\n sources = ["source.null.n"]\n}\n' },
    });

    expect([outcome.checks, outcome.notes]).toEqual([[], []]);
  });

  it('misses address and credentials that nobody sets', async () => {
    const outcome = await check('');

    expect(failed(outcome)).toEqual(['proxmox/endpoint critical', 'proxmox/credentials critical']);
  });

  it('takes what the environment of the Proxmox plugin says', async () => {
    const env = {
      PROXMOX_URL: 'https://pve.example.com:8006/api2/json',
      PROXMOX_USERNAME: 'root@pam',
      PROXMOX_PASSWORD: 'correct-horse',
    };

    const outcome = await check('', { env });

    expect(failed(outcome)).toEqual([]);
  });

  it.each([
    ['no URL', 'pve.example.com', 'proxmox/endpoint critical'],
    ['the path of the web page', 'https://pve.example.com:8006/', 'proxmox/endpoint high'],
  ])('refuses an address that is %s', async (_, url, expected) => {
    const outcome = await check(complete.replace(/"https:[^"]+"/, JSON.stringify(url)));

    expect(failed(outcome)).toEqual([expected]);
  });

  it.each([
    ['a token with a user name that names none', 'username = "root@pam"\ntoken = "0a1b2c3d-secret-token"'],
    ['a token id without a token', 'username = "packer@pve!build"\npassword = "correct-horse"'],
    ['a user name without a realm', 'username = "root"\npassword = "correct-horse"'],
  ])('refuses %s', async (_, credentials) => {
    const outcome = await check(`proxmox_url = "https://pve:8006/api2/json"\n${credentials}`);

    expect(failed(outcome)).toEqual(['proxmox/credentials critical']);
  });

  it('stays silent about values that only Packer can know', async () => {
    const outcome = await check(`
      proxmox_url = data.http.place.body
      username    = data.http.user.body
      token       = data.http.token.body
    `);

    expect(outcome.checks).toEqual([]);
  });

  it('names the variable that should have brought a value', async () => {
    const body = complete.replace('"0a1b2c3d-secret-token"', 'var.pve_secret');
    const files = { 'image.pkr.hcl': template(body, 'variable "pve_secret" {\n  type = string\n}') };

    const outcome = await check('', { files });

    expect(outcome.checks.find(({ ok }) => !ok)?.message).toContain('"pve_secret" has no value');
  });

  it('warns about a certificate that is not checked and about plain http', async () => {
    const skipped = await check(`${complete}\ninsecure_skip_tls_verify = true`);
    const plain = await check(complete.replace('https', 'http'));

    expect(failed(skipped)).toEqual(['proxmox/tls medium']);
    expect(failed(plain)).toEqual(['proxmox/tls medium']);
  });

  it('finds files that do not exist, also in nested blocks', async () => {
    const outcome = await check(
      `
      ${complete}
      http_directory       = "http"
      ssh_private_key_file = "keys/id"
      boot_iso {
        cd_files = ["seed/meta-data", "seed/*.yml"]
      }
    `,
      { files: { 'http/preseed.cfg': '' } },
    );

    expect(failed(outcome)).toEqual(['proxmox/files critical', 'proxmox/files critical']);
  });

  it('asks an address only when told to, once for all targets that share it', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    let connections = 0;
    server.on('connection', () => {
      connections += 1;
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const body = complete.replace('pve.example.com:8006', `127.0.0.1:${port}`);
    const files = {
      'image.pkr.hcl': `${template(body)}${template(body).replaceAll('debian', 'alma')}`,
    };

    const outcome = await check('', { files }, proxmox({ probe: true }));
    server.close();

    expect(outcome.checks.filter(({ id }) => id === 'proxmox/reachable').map(({ ok }) => ok)).toEqual([
      true,
      true,
    ]);
    expect(connections).toBe(1);
  });

  it('reports an address that refuses connections as high', async () => {
    const outcome = await check(
      complete.replace('pve.example.com:8006', '127.0.0.1:1'),
      {},
      proxmox({ probe: true }),
    );

    expect(failed(outcome)).toEqual(['proxmox/reachable high']);
  });

  it('gives values to declared variables, secrets only through the environment', async () => {
    const declared = ['proxmox_url', 'proxmox_token', 'proxmox_node'].map(
      (name) => `variable "${name}" {\n  type = string\n}`,
    );
    let given: unknown;

    await runPlugin(
      proxmox({ url: 'https://pve:8006/api2/json', token: 'very-secret-token', node: 'pve2' }),
      {
        hook: 'build',
        files: { 'image.pkr.hcl': template('proxmox_url = var.proxmox_url', declared.join('\n')) },
        env: noEnvironment,
        async build(context, api) {
          const provider = api.use('variables/proxmox');
          given = [await provider.resolve(context), await provider.environment?.(context.target, context)];
        },
      },
    );

    expect(given).toEqual([
      { proxmox_url: 'https://pve:8006/api2/json', proxmox_node: 'pve2' },
      {
        PROXMOX_URL: 'https://pve:8006/api2/json',
        PROXMOX_TOKEN: 'very-secret-token',
        PKR_VAR_proxmox_token: 'very-secret-token',
      },
    ]);
  });

  it('leaves variables alone that have a value', async () => {
    let given: unknown;
    const rest = 'variable "proxmox_node" {\n  default = "pve9"\n}';

    await runPlugin(proxmox({ node: 'pve2' }), {
      hook: 'build',
      files: { 'image.pkr.hcl': template(complete, rest) },
      env: noEnvironment,
      async build(context, api) {
        given = await api.use('variables/proxmox').resolve(context);
      },
    });

    expect(given).toEqual({});
  });

  it('masks its credentials wherever they show up', async () => {
    const outcome = await runPlugin(proxmox({ token: 'very-secret-token' }), {
      hook: 'build',
      files: { 'image.pkr.hcl': template(complete) },
      env: noEnvironment,
      build(context) {
        context.emit({ type: 'output', level: 'info', text: 'token is very-secret-token' });
      },
    });

    expect(JSON.stringify(outcome.events)).not.toContain('very-secret-token');
  });

  it('refuses options that it does not know', async () => {
    const outcome = check(complete, {}, proxmox({ adress: 'x' } as never));

    await expect(outcome).rejects.toThrow(/adress/);
  });
});
