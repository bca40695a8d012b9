import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CommandResult } from '../../../core/schema/index.ts';
import { buildFixture, type FixtureOptions } from '../testing/build-fixture.ts';
import { testContext } from '../testing/context.ts';
import { buildTarget } from './build-target.ts';

const open: { close(): Promise<void> }[] = [];
let program: string | undefined;

beforeAll(async () => {
  program = await testContext({ root: import.meta.dirname }).processes.find('packer');
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function fixture(options: FixtureOptions) {
  const made = await buildFixture(options);
  open.push(made);
  return made;
}

const nullBuild = (script: string, more = '') => `
${more}
source "null" "one" { communicator = "none" }
build {
  name = "b"
  sources = ["source.null.one"]
  provisioner "shell-local" { inline = ["${script}"] }
}
`;

const fileBuild = `
source "file" "x" {
  content = "hello"
  target  = "made/out.txt"
}
build { sources = ["source.file.x"] }
`;

describe('a build with the Packer of this machine', { timeout: 60_000 }, () => {
  it('answers with the whole result and tells its steps', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const made = await fixture({ files: { 'a.pkr.hcl': nullBuild('echo hello, world; echo careful >&2') } });

    const result = await buildTarget(made.engine, made.contextFor());

    expect(CommandResult.parse(result)).toEqual(result);
    expect(result).toMatchObject({ exit_code: 0, packer_exit_code: 0, retryable: false, stderr: '' });
    expect(result.command).toMatch(
      /packer build -machine-readable -color=false -timestamp-ui -parallel-builds=1 -on-error=cleanup -only=b\.null\.one \.$/,
    );
    expect(result.artifacts).toEqual([
      {
        builder_id: 'fnoeding.null',
        platform: 'null',
        image_ids: ['Null'],
        description: 'Did not export anything. This is the null builder',
        files: [],
      },
    ]);
    expect(result.log_paths.stdout).toBe('logs/run/test.b.null.one.log');
    expect(made.base.events).toContainEqual({ type: 'output', level: 'info', text: 'hello, world' });
    expect(made.base.events).toContainEqual({ type: 'output', level: 'warning', text: 'careful' });
    expect(made.base.events.filter((event) => event.type.startsWith('step'))).toEqual([
      expect.objectContaining({ type: 'step.started', step: 'provision-shell-local', kind: 'provision' }),
      expect.objectContaining({ type: 'step.finished', step: 'provision-shell-local', ok: true }),
    ]);
    expect(await made.read('logs/run/test.b.null.one.log')).toMatch(/info\s+packer hello, world/);
    expect(await made.read('logs/run/test.b.null.one.packer.log')).toContain('Packer version');
  });

  it('hashes the files of an artifact and finds them from where Packer ran', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const made = await fixture({ files: { 'images/x/a.pkr.hcl': fileBuild }, template: 'images/x' });

    const result = await buildTarget(made.engine, made.contextFor());

    expect(result.artifacts[0]?.files).toEqual([
      {
        path: 'images/x/made/out.txt',
        size: 5,
        sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      },
    ]);
  });

  it('starts in the workspace root when the configuration says so', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const made = await fixture({
      files: { 'images/x/a.pkr.hcl': fileBuild },
      template: 'images/x',
      setting: { cwd: 'workspace' },
    });

    const result = await buildTarget(made.engine, made.contextFor());

    expect(result.artifacts[0]?.files[0]?.path).toBe('made/out.txt');
  });

  it('says why a build failed, and which step did not end well', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const made = await fixture({ files: { 'a.pkr.hcl': nullBuild('echo before; exit 7') } });

    const result = await buildTarget(made.engine, made.contextFor());

    expect(result).toMatchObject({ exit_code: 1, packer_exit_code: 1, artifacts: [], manifest_path: null });
    expect(result.stdout).toMatch(/Script exited with non-zero exit status: 7/);
    expect(made.base.events).toContainEqual(
      expect.objectContaining({ type: 'step.finished', step: 'provision-shell-local', ok: false }),
    );
  });

  it('passes values of declared variables as arguments, secrets only through the environment', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const declared = `
      variable "name" { type = string }
      variable "token" {
        type      = string
        sensitive = true
      }`;
    const script = `echo \${var.name}; echo token \${var.token}`;
    const made = await fixture({
      files: { 'a.pkr.hcl': nullBuild(script, declared) },
      setting: { vars: { name: 'golden', other: 'x' }, secrets: { token: 'hunter2,100%sure,hunter3' } },
    });

    const result = await buildTarget(made.engine, made.contextFor());

    expect(result.exit_code).toBe(0);
    expect(result.command).toContain('-var name=golden');
    expect(result.command).not.toContain('other');
    expect(result.stdout).toContain('golden');
    const everything = JSON.stringify(made.base.events) + JSON.stringify(result);
    const logs = `${await made.read('logs/run/test.b.null.one.log')}${await made.read('logs/run/test.b.null.one.packer.log')}`;
    expect(everything + logs).not.toMatch(/hunter|100%/);
    expect(made.base.events).toContainEqual({
      type: 'note',
      text: '. does not declare other: these values are not used.',
    });
  });

  it('lets everything of the user win over what a platform offers', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const declared = ['a', 'b', 'c', 'd']
      .map((name) => `variable "${name}" { default = "default" }`)
      .join('\n');
    const offers = async () => ({ a: 'offered', b: 'offered', c: 'offered', undeclared: 'offered' });
    const made = await fixture({
      files: {
        'a.pkr.hcl': nullBuild(`echo got \${var.a} \${var.b} \${var.c} \${var.d}`, declared),
        'mine.pkrvars.hcl': 'c = "file"\n',
      },
      setting: { vars: { b: 'mine' }, varFiles: ['mine.pkrvars.hcl'] },
      services: { 'variables/null': { fingerprint: async () => undefined, resolve: offers } },
    });

    const result = await buildTarget(made.engine, made.contextFor());

    expect(result.stdout).toContain('got offered mine file default');
  });

  it('fails when Packer ends well without building the target', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const made = await fixture({ files: { 'a.pkr.hcl': nullBuild('true') } });
    const context = made.contextFor();

    const result = await buildTarget(made.engine, {
      ...context,
      target: { ...context.target, packer_name: 'b.null.other' },
    });

    expect(result.exit_code).toBe(1);
    if (result.packer_exit_code === 0)
      expect(made.base.events).toContainEqual(
        expect.objectContaining({
          type: 'output',
          level: 'error',
          text: expect.stringMatching(/b\.null\.other/),
        }),
      );
  });

  it('fails when nothing of the image that Packer reports is there', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const template = fileBuild.replace(
      'build { sources = ["source.file.x"] }',
      'build {\n  sources = ["source.file.x"]\n  post-processor "shell-local" { inline = ["rm made/out.txt"] }\n}',
    );
    const made = await fixture({ files: { 'a.pkr.hcl': template, 'made/keep': '' } });

    const result = await buildTarget(made.engine, made.contextFor());

    expect(result).toMatchObject({ exit_code: 1, packer_exit_code: 0, artifacts: [], manifest_path: null });
    expect(result.remediation).toMatch(/removes the image/);
  });

  it('lets Packer end itself when the run is interrupted', async (ctx) => {
    if (!program) return ctx.skip('packer is not installed');
    const stop = new AbortController();
    const made = await fixture({
      files: { 'a.pkr.hcl': nullBuild('echo sleeping; while kill -0 $PPID; do sleep 0.1; done') },
      signal: stop.signal,
    });
    const context = made.contextFor();
    const emit = (event: Parameters<typeof context.emit>[0]) => {
      context.emit(event);
      if (event.type === 'output' && event.text === 'sleeping') stop.abort(new Error('Ctrl-C'));
    };

    const result = await buildTarget(made.engine, { ...context, emit });

    expect(result.exit_code).toBe(130);
    expect(result.stdout).toMatch(/Cancelling build|cancelled/);
  });
});

describe('a template with required_plugins', { timeout: 60_000 }, () => {
  const template = `packer {
  required_plugins {
    null = {
      source  = "github.com/hashicorp/null"
      version = "~> 1"
    }
  }
}
source "file" "x" {
  source = "\${path.root}/../shared/in.txt"
  target = "\${path.root}/out.txt"
}
build { sources = ["source.file.x"] }
`;

  it('is built by a Packer without them, in place of the original', async (ctx) => {
    const made = await fixture({
      files: { 'images/x/a.pkr.hcl': template, 'images/shared/in.txt': 'shared' },
      template: 'images/x',
    });
    const { capabilities } = await made.engine.packer(made.base).catch(() => ({ capabilities: undefined }));
    if (capabilities?.mode !== 'reduced') return ctx.skip('packer 1.6 is not installed');

    const result = await buildTarget(made.engine, made.contextFor());

    expect(result.artifacts[0]?.files.map((file) => file.path)).toEqual(['images/x/out.txt']);
    expect(await made.read('images/x/out.txt')).toBe('shared');
    expect(await made.read('images/x/a.pkr.hcl')).toBe(template);
  });

  it('keeps its own path and line in what Packer says', async (ctx) => {
    const broken = template.replace('target = ', 'tarrget = ');
    const made = await fixture({
      files: { 'images/x/a.pkr.hcl': broken, 'images/shared/in.txt': 'shared' },
      template: 'images/x',
    });
    const { capabilities } = await made.engine.packer(made.base).catch(() => ({ capabilities: undefined }));
    if (capabilities?.mode !== 'reduced') return ctx.skip('packer 1.6 is not installed');

    const result = await buildTarget(made.engine, made.contextFor());

    expect(result.exit_code).toBe(1);
    expect(result.stdout).toContain(`on ${made.root}/images/x/a.pkr.hcl line `);
    expect(result.stdout).not.toContain('stage');
  });
});
