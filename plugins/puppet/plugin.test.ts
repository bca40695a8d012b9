import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { puppet } from './index.ts';

const template = (body: string, rest = '') => `
${rest}
source "null" "one" {
  communicator = "none"
}
build {
  sources = ["source.null.one"]
  provisioner "puppet-masterless" {
    ${body}
  }
}
`;
const good = 'notify { "hello": }\n';
const bad = 'class a {\n  notify { "x"\n}\n';

function check(text: string, { files, ...others }: Partial<Scenario> = {}, plugin = puppet()) {
  return runPlugin(plugin, { hook: 'preflight', files: { 'image.pkr.hcl': text, ...files }, ...others });
}

function needsPuppet(test: TestContext): void {
  try {
    execFileSync('puppet', ['--version'], { stdio: 'ignore' });
  } catch {
    test.skip('puppet is not installed');
  }
}

const brief = (outcome: Awaited<ReturnType<typeof check>>) =>
  outcome.checks.map(({ id, ok, severity }) => (ok ? `${id} ok` : `${id} ${severity}`));

describe('puppet', () => {
  it('does nothing where no target is provisioned by Puppet', async () => {
    const outcome = await check('source "null" "n" {}\nbuild {\n  sources = ["source.null.n"]\n}\n');

    expect(outcome.checks).toEqual([]);
  });

  it('asks for nothing when the template switches Puppet off', async () => {
    const rest = 'variable "enable_puppet" {\n  type    = bool\n  default = false\n}';

    const outcome = await check(template('manifest_file = "nowhere.pp"', rest));

    expect(brief(outcome)).toEqual(['puppet/switch ok']);
  });

  it('names files that do not exist', async () => {
    const outcome = await check(
      template('manifest_file = "site.pp"\nmodule_paths = ["modules"]\nhiera_config_path = "hiera.yaml"'),
      { files: { 'site.pp': good } },
      puppet({ parser: 'never' }),
    );

    expect(brief(outcome)).toEqual(['puppet/files critical', 'puppet/files critical']);
  });

  it('only mentions a missing Puppet, because it runs in the guest', async () => {
    const text = template('manifest_file = "site.pp"');
    const scenario = { files: { 'site.pp': good }, env: { PATH: '/nonexistent' } };

    const wanted = await check(text, scenario);
    const required = await check(text, scenario, puppet({ parser: 'required' }));

    expect(brief(wanted)).toEqual(['puppet/parser low']);
    expect(brief(required)).toEqual(['puppet/parser critical']);
  });

  it('lets Puppet read manifests and modules, and writes nothing outside of the workspace', async (test) => {
    needsPuppet(test);
    const home = await mkdtemp(join(tmpdir(), 'puppet-home-'));
    onTestFinished(() => rm(home, { recursive: true }));

    const outcome = await check(template('manifest_file = "site.pp"\nmodule_paths = ["modules"]'), {
      files: { 'site.pp': good, 'modules/a/manifests/init.pp': good, 'modules/a/spec/fixtures/x.pp': bad },
      env: { HOME: home },
    });

    expect(brief(outcome)).toEqual(['puppet/parser ok', 'puppet/manifests ok']);
    expect(outcome.checks[1]?.message).toContain('2 manifests');
    expect(await readdir(home)).toEqual([]);
  });

  it('reports what Puppet says with file and line', async (test) => {
    needsPuppet(test);

    const outcome = await check(template('manifest_file = "manifests"'), {
      files: { 'manifests/bad.pp': bad, 'manifests/good.pp': good },
    });

    expect(brief(outcome)).toEqual(['puppet/parser ok', 'puppet/manifests critical']);
    expect(outcome.checks[1]?.message).toMatch(/^manifests\/bad\.pp:3:1: Syntax error/);
  });
});
