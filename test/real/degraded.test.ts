import { existsSync } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runForRecord } from '../support/cli.ts';
import { newestPacker } from '../support/real-components.ts';
import { runProgram } from '../support/run-program.ts';
import { type TestWorkspace, testWorkspace } from '../support/test-workspace.ts';

const template = `
source "null" "one" { communicator = "none" }
build { sources = ["source.null.one"] }
`;

/** Hides the Packer of this system in a mount namespace of its own, since it is found even when PATH does not name it. */
const hidingPacker = [
  'unshare',
  '-m',
  'sh',
  '-c',
  'mount --bind /dev/null /usr/bin/packer && exec "$@"',
  'sh',
];

/** Every program that a run may use except Packer. */
async function pathWithoutPacker(workspace: TestWorkspace): Promise<string> {
  await mkdir(workspace.path('bin'));
  for (const program of ['node', 'git', 'sh', 'mount', 'unshare', 'apt-get', 'dpkg']) {
    const found = String((await runProgram('which', [program])).stdout).trim();
    if (found) await symlink(found, workspace.path('bin', program));
  }
  return workspace.path('bin');
}

describe('without Packer', () => {
  it('still looks at the templates, and says what is missing and how to get it', async (ctx) => {
    const within = existsSync('/usr/bin/packer') ? hidingPacker : [];
    const allowed = within.length === 0 || (await runProgram('unshare', ['-m', 'true'])).code === 0;
    if (!allowed) ctx.skip("hiding this system's Packer needs root and mount namespaces");
    const workspace = await testWorkspace({ 'null.pkr.hcl': template });
    const env = { PATH: await pathWithoutPacker(workspace) };

    const { record, result } = await runForRecord(['run'], { cwd: workspace.root, env, within });

    expect([result.code, record.status]).toEqual([1, 'failed']);
    expect(record.targets.map(({ target }) => target.packer_name)).toEqual(['null.one']);
    const missing = record.checks.filter(({ ok }) => !ok);
    expect(missing.map(({ message }) => message).join('\n')).toContain('Packer was not found');
    expect(missing.map(({ remedy }) => remedy).join('\n')).toMatch(/apt-get install .*packer/);
  });
});

describe('a workspace that cannot be written', () => {
  it('is named, with the folder and the way out, and nothing is built', async (ctx) => {
    if (process.getuid?.() !== 0) ctx.skip('switching to a user without rights needs root');
    const workspace = await testWorkspace({ 'null.pkr.hcl': template });
    await chmod(workspace.root, 0o555);

    const { record, result } = await runForRecord(['run'], {
      cwd: workspace.root,
      env: { HOME: tmpdir() },
      uid: 65_534,
    });

    expect([result.code, record.status]).toEqual([1, 'failed']);
    const failures = [...record.failures, ...record.targets.map(({ failure }) => failure)];
    expect(failures.map((failure) => failure?.code)).toContain('PH_WORKSPACE_READONLY');
    expect(JSON.stringify(failures)).toContain(workspace.root);
    expect(record.targets.map(({ attempts }) => attempts)).toEqual([0]);
  });
});

describe('a plugin that misbehaves', { timeout: 60_000 }, () => {
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
