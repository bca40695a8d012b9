import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definePlugin } from 'packer-hybrid';
import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packer } from './index.ts';
import { testContext } from './testing/context.ts';

let program: string | undefined;
let folder: string;

beforeAll(async () => {
  program = await testContext({ root: import.meta.dirname }).processes.find('packer');
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ph-packer-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const tidy = `source "null" "one" {
  communicator = "none"
}
build {
  sources = ["source.null.one"]
}
`;

const run = (scenario: Omit<Scenario, 'settings'> & { options?: Parameters<typeof packer>[0] }) =>
  runPlugin(packer(scenario.options ?? {}), scenario);

/** A stand-in for a Packer that is not on this machine; it answers `plugins installed` and `init`. */
async function modernPacker(installed: string): Promise<string> {
  const path = join(folder, 'packer');
  const answers = `#!/bin/sh
case "$1" in
  version) echo "Packer v1.11.2" ;;
  plugins) printf '%s' '${installed}' ;;
  init) echo "Installed plugin" ; echo "$@" >>${folder}/init ;;
esac
`;
  await writeFile(path, answers);
  await chmod(path, 0o755);
  return path;
}

const withPlugins = `packer {
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "~> 1.1"
    }
  }
}
${tidy}`;

describe('preflight', { timeout: 60_000 }, () => {
  it('tells which Packer is used', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');

    const { checks } = await run({ hook: 'preflight', files: { 'a.pkr.hcl': tidy } });

    expect(checks).toContainEqual(
      expect.objectContaining({ id: 'packer/version', ok: true, message: expect.stringContaining(program) }),
    );
  });

  it('names the way out when there is no Packer, and lets the rest of the run go on', async () => {
    const path = join(folder, 'none');

    const { checks, findings, failures } = await run({
      hook: 'analyze',
      files: { 'a.pkr.hcl': tidy },
      options: { path },
    });

    expect(checks).toEqual([
      expect.objectContaining({
        id: 'packer/version',
        ok: false,
        severity: 'critical',
        message: `Packer was not found: looked in ${path}.`,
        remedy: expect.stringContaining("install: 'auto'"),
      }),
    ]);
    expect({ findings, failures }).toEqual({ findings: [], failures: [] });
  });

  it.each([
    ['/p/github.com/hashicorp/qemu/packer-plugin-qemu_v1.1.5_x5.0_linux_amd64\n', true],
    ['/p/github.com/hashicorp/qemu/packer-plugin-qemu_v1.0.9_x5.0_linux_amd64\n', false],
    ['', false],
  ])('compares required plugins with those installed: %j', async (installed, ok) => {
    const path = await modernPacker(installed);

    const { checks } = await run({
      hook: 'preflight',
      files: { 'a.pkr.hcl': withPlugins },
      options: { path },
    });

    const check = checks.find((each) => each.id === 'packer/plugins');
    expect(check?.ok).toBe(ok);
    if (!ok) expect(check?.remedy).toContain(`${path} init`);
  });

  it('installs required plugins where that is allowed', async () => {
    const path = await modernPacker('');

    const { checks, events } = await runPlugin(packer({ path }), {
      hook: 'preflight',
      files: { 'a.pkr.hcl': withPlugins },
      settings: { toolchain: { install: 'auto' } },
    });

    expect(checks.find((each) => each.id === 'packer/plugins')?.ok).toBe(true);
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'install.started',
        what: 'Packer plugins qemu ~> 1.1',
        command: expect.stringMatching(/^packer init /),
      }),
    );
  });
});

describe('analyze', { timeout: 60_000 }, () => {
  it('finds nothing in a good template', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');

    const { findings } = await run({ hook: 'analyze', files: { 'a.pkr.hcl': tidy } });

    expect(findings).toEqual([]);
  });

  it("places Packer's own words in the user's file", async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const broken = tidy.replace('communicator = "none"', 'comunicator  = "none"');

    const { findings } = await run({ hook: 'analyze', files: { 'images/x/a.pkr.hcl': broken } });

    const [finding] = findings;
    expect(finding).toMatchObject({
      rule: 'packer/validate',
      severity: 'critical',
      template: 'images/x',
      message: expect.stringContaining('"comunicator"'),
    });
    expect(finding?.range?.file).toBe('images/x/a.pkr.hcl');
  });

  it('says so when Packer is killed instead of answering', async () => {
    const path = join(folder, 'packer');
    await writeFile(path, '#!/bin/sh\n[ "$1" = version ] && echo "Packer v1.11.2" || kill -9 $$\n');
    await chmod(path, 0o755);

    const { events, findings } = await run({
      hook: 'analyze',
      files: { 'a.pkr.hcl': tidy },
      options: { path },
    });

    expect(findings).toEqual([]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'problem', code: 'PH_PACKER_COMMAND', hook: 'analyze' }),
    );
  });

  it('points at the first line that packer fmt would change', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const untidy = tidy.replace('  communicator = "none"', '  communicator   = "none"');

    const { findings } = await run({ hook: 'analyze', files: { 'a.pkr.hcl': untidy } });

    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'packer/fmt',
        severity: 'low',
        range: expect.objectContaining({
          file: 'a.pkr.hcl',
          start: expect.objectContaining({ line: 2, column: 1 }),
        }),
      }),
    ]);
  });

  it('asks once for a template with two targets', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const two = tidy
      .replace('build {', 'source "null" "two" {\n  communicator = "none"\n}\nbuild {')
      .replace('["source.null.one"]', '["source.null.one", "source.null.two"]');

    const { events } = await run({ hook: 'analyze', files: { 'a.pkr.hcl': two } });

    const asked = events.flatMap((event) => (event.type === 'process.started' ? event.command : []));
    expect(asked.filter((command) => command.includes(' validate '))).toEqual([
      expect.stringContaining('-only=null.one,null.two'),
    ]);
  });

  it('says that a variable has no value', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const open = `variable "name" {\n  type = string\n}\n${tidy}`;

    const { findings } = await run({ hook: 'analyze', files: { 'a.pkr.hcl': open } });

    expect(findings).toEqual([
      expect.objectContaining({ rule: 'packer/validate', message: expect.stringContaining('"name"') }),
    ]);
  });

  it('reads the syntax only where a platform gives the values later', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const open = `variable "name" {\n  type = string\n}\n${tidy}`;
    const platform = definePlugin({
      name: 'null-platform',
      apiVersion: 1,
      contributes: { platforms: [{ id: 'null', title: 'Null', sources: ['null'] }] },
      setup(api) {
        api.provide('variables/null', { fingerprint: async () => undefined, resolve: async () => ({}) });
      },
    });

    const { findings, notes } = await run({
      hook: 'analyze',
      files: { 'a.pkr.hcl': open },
      plugins: [platform()],
    });

    expect(findings).toEqual([]);
    expect(notes).toEqual([expect.stringContaining('because name get')]);
  });
});

describe('build', { timeout: 60_000 }, () => {
  it('is one process per target, each with its own result', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const two = tidy
      .replace('build {', 'source "null" "two" {\n  communicator = "none"\n}\nbuild {\n  name = "b"')
      .replace('["source.null.one"]', '["source.null.one", "source.null.two"]');

    const { record, results, failures } = await run({ hook: 'build', files: { 'a.pkr.hcl': two } });

    expect(failures).toEqual([]);
    expect(results.map((result) => result.exit_code)).toEqual([0, 0]);
    expect(results.map((result) => /-only=(\S+)/.exec(result.command)?.[1]).toSorted()).toEqual([
      'b.null.one',
      'b.null.two',
    ]);
    expect(record.targets.map((each) => each.status)).toEqual(['succeeded', 'succeeded']);
  });

  it('ends with exit code 1 when there is no Packer, and says why', async () => {
    const { record } = await run({
      hook: 'build',
      files: { 'a.pkr.hcl': tidy },
      options: { path: join(folder, 'none') },
    });

    expect(record.exit_code).toBe(1);
    expect(record.targets[0]?.failure).toMatchObject({ code: 'PH_PACKER_MISSING' });
  });
});

describe('the packer service', { timeout: 60_000 }, () => {
  it('answers fmt, validate, inspect and init with results', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const answers: Record<string, number> = {};
    const asking = definePlugin({
      name: 'asking',
      apiVersion: 1,
      setup(api) {
        api.on('build', async (context) => {
          const commands = api.use('packer');
          for (const name of ['init', 'fmt', 'validate', 'inspect'] as const)
            answers[name] = (await commands[name](context)).exit_code;
          return undefined;
        });
      },
    });

    await run({ hook: 'build', files: { 'a.pkr.hcl': `${tidy}\n\n` }, plugins: [asking()] });

    expect(answers).toEqual({ init: 0, fmt: 0, validate: 0, inspect: 0 });
  });
});
