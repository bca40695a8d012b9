import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { describe, expect, it } from 'vitest';
import { vsphere } from './index.ts';

const noEnvironment = Object.fromEntries(
  [
    ...['GOVC_URL', 'GOVC_USERNAME', 'GOVC_PASSWORD', 'GOVC_DATACENTER', 'GOVC_INSECURE', 'KUBECONFIG'],
    ...['VSPHERE_SERVER', 'VSPHERE_USER', 'VSPHERE_PASSWORD', 'VSPHERE_ALLOW_UNVERIFIED_SSL'],
  ].map((name) => [name, undefined]),
);

const template = (body: string, { rest = '', type = 'vsphere-clone' } = {}) => `
${rest}
source "${type}" "debian" {
  ${body}
}
build {
  sources = ["source.${type}.debian"]
}
`;

const complete = `
  vcenter_server = "vcenter.example.com"
  username       = "packer@vsphere.local"
  password       = "correct-horse"
  cluster        = "cluster-01"
`;

function check(text: string, { env, ...others }: Partial<Scenario> = {}, plugin = vsphere()) {
  const files = { 'image.pkr.hcl': text };
  return runPlugin(plugin, { hook: 'preflight', files, env: { ...noEnvironment, ...env }, ...others });
}

const failed = (outcome: Awaited<ReturnType<typeof check>>) =>
  outcome.checks.filter(({ ok }) => !ok).map(({ id, severity }) => `${id} ${severity}`);

describe('vsphere', () => {
  it('passes a source that is complete and names its cluster as host', async () => {
    const outcome = await check(template(complete));

    expect(outcome.checks.map(({ id, ok }) => [id, ok])).toEqual([
      ['vsphere/endpoint', true],
      ['vsphere/credentials', true],
    ]);
    expect(outcome.record.targets.map(({ target }) => [target.platform, target.host])).toEqual([
      ['vsphere', 'cluster-01'],
    ]);
    expect(outcome.notes).toHaveLength(1);
  });

  it('misses everything that an empty source leaves out', async () => {
    const outcome = await check(template(''));

    expect(failed(outcome)).toEqual([
      'vsphere/endpoint critical',
      'vsphere/credentials critical',
      'vsphere/placement critical',
    ]);
  });

  it('does not count the environment where the source uses no variable: the builder reads none', async () => {
    const env = { GOVC_URL: 'vcenter.example.com', GOVC_USERNAME: 'u@x', GOVC_PASSWORD: 'correct-horse' };

    const outcome = await check(template('cluster = "c"'), { env });

    expect(failed(outcome)).toEqual(['vsphere/endpoint critical', 'vsphere/credentials critical']);
  });

  it.each(['https://vcenter.example.com', 'vcenter.example.com/sdk', 'user@vcenter', 'a b'])(
    'refuses "%s" as a vCenter',
    async (server) => {
      const outcome = await check(template(complete.replace('vcenter.example.com', server)));

      expect(failed(outcome)).toEqual(['vsphere/endpoint critical']);
    },
  );

  it('does not show a server that is sensitive', async () => {
    const rest = 'variable "endpoint" {\n  default   = "hidden.example.com"\n  sensitive = true\n}';

    const outcome = await check(
      template(complete.replace('"vcenter.example.com"', 'var.endpoint'), { rest }),
    );

    expect(outcome.checks.find(({ id }) => id === 'vsphere/endpoint')?.message).toBe('A vCenter is set.');
  });

  it('stays silent about values that only Packer can know', async () => {
    const outcome = await check(
      template(`
        vcenter_server = data.http.place.body
        username       = data.http.user.body
        password       = data.http.password.body
        host           = data.http.host.body
      `),
    );

    expect(outcome.checks).toEqual([]);
  });

  it('warns about a certificate that is not checked', async () => {
    const outcome = await check(template(`${complete}\ninsecure_connection = true`));

    expect(failed(outcome)).toEqual(['vsphere/tls medium']);
  });

  it('finds files that do not exist', async () => {
    const outcome = await check(template(`${complete}\nfloppy_files = ["unattend.xml"]`));

    expect(failed(outcome)).toEqual(['vsphere/files critical']);
  });

  it('reports a vCenter that does not answer as high', async () => {
    const text = template(complete.replace('vcenter.example.com', '127.0.0.1:1'));

    const outcome = await check(text, {}, vsphere({ probe: true }));

    expect(failed(outcome)).toEqual(['vsphere/reachable high']);
  });

  it('checks the kubeconfig of a Supervisor and nothing of a vCenter', async () => {
    const text = template('', { type: 'vsphere-supervisor' });

    const missing = await check(text, { env: { KUBECONFIG: 'nowhere/config' } });
    const found = await check(text, {
      env: { KUBECONFIG: 'kube' },
      files: { 'image.pkr.hcl': text, kube: 'apiVersion: v1\n' },
    });

    expect(failed(missing)).toEqual(['vsphere/kubeconfig critical']);
    expect(found.checks.map(({ id, ok }) => [id, ok])).toEqual([['vsphere/kubeconfig', true]]);
  });

  it('reads a whole GOVC_URL and gives its parts to declared variables', async () => {
    const names = ['vsphere_endpoint', 'vsphere_username', 'vsphere_password', 'vsphere_insecure_connection'];
    const rest = names.map((name) => `variable "${name}" {\n  type = string\n}`).join('\n');
    let given: unknown;

    const outcome = await runPlugin(vsphere(), {
      hook: 'build',
      files: {
        'image.pkr.hcl': template(
          'vcenter_server = var.vsphere_endpoint\nusername = var.vsphere_username\npassword = var.vsphere_password\ncluster = "c"',
          { rest },
        ),
      },
      env: {
        ...noEnvironment,
        GOVC_URL: 'https://packer%40vsphere.local:correct%2Dhorse@vcenter.example.com/sdk',
        GOVC_INSECURE: '1',
      },
      async build(context, api) {
        const provider = api.use('variables/vsphere');
        given = [await provider.resolve(context), await provider.environment?.(context.target, context)];
      },
    });

    expect(failed(outcome)).toEqual([]);
    expect(given).toEqual([
      {
        vsphere_endpoint: 'vcenter.example.com',
        vsphere_username: 'packer@vsphere.local',
        vsphere_insecure_connection: 'true',
      },
      { PKR_VAR_vsphere_password: 'correct-horse' },
    ]);
  });
});
