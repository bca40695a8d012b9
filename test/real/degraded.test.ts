import { chmod, mkdir, symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli, runForRecord } from '../support/cli.ts';
import { newestPacker } from '../support/real-components.ts';
import { runProgram } from '../support/run-program.ts';
import { type TestWorkspace, testWorkspace } from '../support/test-workspace.ts';

const template = `
source "null" "one" { communicator = "none" }
build { sources = ["source.null.one"] }
`;

/** Every program that a run may use except Packer. */
async function pathWithoutPacker(workspace: TestWorkspace): Promise<string> {
  await mkdir(workspace.path('bin'));
  for (const program of ['node', 'git', 'sh', 'apt-get', 'dpkg', 'nice']) {
    const found = String((await runProgram('which', [program])).stdout).trim();
    if (found) await symlink(found, workspace.path('bin', program));
  }
  return workspace.path('bin');
}

describe('without Packer', () => {
  it('still looks at the templates, and says what is missing and how to get it', async () => {
    const workspace = await testWorkspace({ 'null.pkr.hcl': template });
    const env = { PATH: await pathWithoutPacker(workspace) };

    const { record, result } = await runForRecord(['run'], { cwd: workspace.root, env });

    expect(result.code).toBe(1);
    expect(record.status).toBe('failed');
    expect(record.targets.map(({ target }) => target.packer_name)).toEqual(['null.one']);
    const missing = record.checks.filter(({ ok }) => !ok);
    expect(missing.map(({ message }) => message).join('\n')).toMatch(/Packer/);
    expect(missing.map(({ remedy }) => remedy).join('\n')).toMatch(/install|packer/);
  });
});

describe('a workspace that cannot be written', () => {
  it('is named at once, with the way out', async (ctx) => {
    if (process.getuid?.() !== 0) ctx.skip('switching to a user without rights needs root');
    const workspace = await testWorkspace({ 'null.pkr.hcl': template });
    await chmod(workspace.root, 0o555);

    const { code, stderr } = await runCli(['run'], { cwd: workspace.root, uid: 65_534 });

    expect(code).toBe(1);
    expect(stderr).toContain('PH_WORKSPACE_READONLY');
    expect(stderr).toContain(workspace.root);
  });
});

describe('a plugin that misbehaves', () => {
  const cases = [
    {
      what: 'throws',
      body: "api.on('preflight', () => { throw new Error('the sky fell'); });",
      code: 'PH_PLUGIN_FAILED',
    },
    {
      what: 'hangs',
      body: "api.on('preflight', () => new Promise(() => setInterval(() => {}, 1000)));",
      code: 'PH_PLUGIN_UNRESPONSIVE',
    },
    {
      what: 'reports rubbish',
      body: "api.on('preflight', (context) => { context.report({ nonsense: true }); });",
      code: 'PH_PLUGIN_OUTPUT',
    },
    {
      what: 'answers a build with rubbish',
      body: "api.on('build', () => ({ nonsense: true }), { order: 'early' });",
      code: 'PH_PLUGIN_OUTPUT',
    },
  ];

  it.for(cases)('and $what is named, and the run ends', async ({ body, code }, ctx) => {
    const workspace = await testWorkspace({
      'null.pkr.hcl': template,
      'packer-hybrid.config.mjs': `
        import { defineConfig, definePlugin } from 'packer-hybrid';
        const vandal = definePlugin({ name: 'vandal', apiVersion: 1, setup(api) { ${body} } });
        export default defineConfig({ plugins: [vandal()], policy: { deadlines: { preflight: 3000 } } });
      `,
    });

    const { record, result } = await runForRecord(['run'], {
      cwd: workspace.root,
      packer: newestPacker(ctx),
    });

    expect(result.code).toBe(1);
    const failures = [...record.failures, ...record.targets.map(({ failure }) => failure)];
    expect(failures.map((failure) => failure?.code)).toContain(code);
    expect(JSON.stringify(failures)).toContain('vandal');
  });
});
