import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definePlugin, PLUGIN_API } from 'packer-hybrid';
import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { ansible } from './index.ts';

const template = (provisioners: string, rest = '') => `
${rest}
source "null" "one" {
  communicator = "none"
}
build {
  sources = ["source.null.one"]
  ${provisioners}
}
`;
const provisioner = (body: string, type = 'ansible') => `provisioner "${type}" {\n${body}\n}\n`;
const good = '- hosts: all\n  tasks:\n    - name: say\n      debug:\n        msg: hello\n';

function check(text: string, { files, ...others }: Partial<Scenario> = {}, plugin = ansible()) {
  return runPlugin(plugin, { hook: 'preflight', files: { 'image.pkr.hcl': text, ...files }, ...others });
}

function needsAnsible(test: TestContext): void {
  try {
    execFileSync('ansible-playbook', ['--version'], { stdio: 'ignore' });
  } catch {
    test.skip('ansible-playbook is not installed');
  }
}

const brief = (outcome: Awaited<ReturnType<typeof check>>) =>
  outcome.checks.map(({ id, ok, severity }) => (ok ? `${id} ok` : `${id} ${severity}`));

describe('ansible', () => {
  it('does nothing where no selected target is provisioned by Ansible', async () => {
    const elsewhere = provisioner('playbook_file = "nowhere.yml"\nexcept = ["null.one"]');

    const outcome = await check(template(elsewhere));

    expect(outcome.checks).toEqual([]);
  });

  it('names a playbook that does not exist', async () => {
    const outcome = await check(template(provisioner('playbook_file = "nowhere.yml"')), {
      env: { PATH: '/nonexistent' },
    });

    expect(brief(outcome)).toEqual(['ansible/program critical', 'ansible/files critical']);
    expect(outcome.checks[1]?.message).toContain('"nowhere.yml"');
  });

  it('needs no Ansible here for ansible-local', async () => {
    const outcome = await check(template(provisioner('playbook_file = "site.yml"', 'ansible-local')), {
      files: { 'site.yml': good },
      env: { PATH: '/nonexistent' },
    });

    expect(outcome.checks).toEqual([]);
  });

  it('asks the toolchain for the program, once', async () => {
    const asked: string[] = [];
    const toolchain = definePlugin({
      name: 'toolchain',
      apiVersion: PLUGIN_API,
      setup: ({ provide }) =>
        provide('toolchain', {
          async ensure(needs) {
            asked.push(...needs.map(({ program }) => program));
            return [{ id: 'toolchain/ansible-playbook', ok: true, message: 'It is there.' }];
          },
          installCommand: async () => 'apt-get install -y ansible-core',
        }),
    });
    const text = template(provisioner('playbook_file = "a.yml"') + provisioner('playbook_file = "a.yml"'));

    const outcome = await check(
      text,
      { files: { 'a.yml': good }, plugins: [toolchain()] },
      ansible({ syntaxCheck: false }),
    );

    expect(asked).toEqual(['ansible-playbook']);
    expect(brief(outcome)).toEqual(['toolchain/ansible-playbook ok']);
  });

  it('lets Ansible read a good playbook and writes nothing outside of the workspace', async (test) => {
    needsAnsible(test);
    const home = await mkdtemp(join(tmpdir(), 'ansible-home-'));
    onTestFinished(() => rm(home, { recursive: true }));

    const outcome = await check(template(provisioner('playbook_file = "play/site.yml"')), {
      files: { 'play/site.yml': good },
      env: { HOME: home, ANSIBLE_HOME: undefined },
    });

    expect(brief(outcome)).toEqual(['ansible/program ok', 'ansible/playbook ok']);
    expect(await readdir(home)).toEqual([]);
  });

  it('can read a playbook in a workspace that nobody may write to', async (test) => {
    needsAnsible(test);

    const outcome = await check(template(provisioner('playbook_file = "site.yml"')), {
      files: { 'site.yml': good, cache: 'a file where the folder should be' },
    });

    expect(brief(outcome)).toEqual(['ansible/program ok', 'ansible/playbook ok']);
  });

  it('reports what Ansible says with file and line', async (test) => {
    needsAnsible(test);

    const outcome = await check(template(provisioner('playbook_file = "site.yml"')), {
      files: { 'site.yml': '- hosts: all\n  tasks:\n    - name: x\n   - foo: bar\n' },
    });

    expect(brief(outcome)).toEqual(['ansible/program ok', 'ansible/playbook critical']);
    expect(outcome.checks[1]?.message).toMatch(/^site\.yml: .*YAML.* \(site\.yml:4:\d+\)$/);
  });

  it('is lenient about roles that galaxy_file will install, and strict without it', async (test) => {
    needsAnsible(test);
    const files = { 'site.yml': '- hosts: all\n  roles: [elsewhere]\n', 'galaxy.yml': '- src: elsewhere\n' };

    const later = await check(
      template(provisioner('playbook_file = "site.yml"\ngalaxy_file = "galaxy.yml"')),
      { files },
    );
    const never = await check(template(provisioner('playbook_file = "site.yml"')), { files });

    expect(brief(later)).toEqual(['ansible/program ok', 'ansible/playbook low']);
    expect(brief(never)).toEqual(['ansible/program ok', 'ansible/playbook critical']);
  });

  it('passes on extra arguments and the environment that the provisioner sets', async (test) => {
    needsAnsible(test);
    const outcome = await check(
      template(
        provisioner(`
          playbook_file    = "site.yml"
          extra_arguments  = ["--extra-vars", "group=web"]
          ansible_env_vars = ["ANSIBLE_ROLES_PATH=\${path.root}/my-roles"]
        `),
      ),
      {
        files: {
          'site.yml': '- hosts: "{{ group }}"\n  roles: [mine]\n',
          'my-roles/mine/tasks/main.yml': '- debug:\n    msg: hello\n',
        },
      },
    );

    expect(brief(outcome)).toEqual(['ansible/program ok', 'ansible/playbook ok']);
  });

  it('finds the ansible.cfg of the folder in which Packer is started', async (test) => {
    needsAnsible(test);

    const outcome = await check(template(provisioner('playbook_file = "site.yml"')), {
      files: {
        'site.yml': '- hosts: all\n  roles: [mine]\n',
        'ansible.cfg': '[defaults]\nroles_path = shared\n',
        'shared/mine/tasks/main.yml': '- debug:\n    msg: hello\n',
      },
    });

    expect(brief(outcome)).toEqual(['ansible/program ok', 'ansible/playbook ok']);
  });

  it('never passes secret arguments on the command line', async (test) => {
    needsAnsible(test);
    const rest = 'variable "password" {\n  default   = "correct-horse-battery"\n  sensitive = true\n}';
    const body = `playbook_file = "site.yml"\nextra_arguments = ["-e", "password=\${var.password}"]`;

    const outcome = await check(template(provisioner(body), rest), { files: { 'site.yml': good } });

    const commands = outcome.events.flatMap((event) =>
      event.type === 'process.started' ? event.command : [],
    );
    expect(commands.filter((command) => command.includes('--syntax-check'))).toHaveLength(1);
    expect(commands.join('\n')).not.toMatch(/password=/);
  });

  it('reads a playbook once for all targets that share it', async (test) => {
    needsAnsible(test);
    const text = template(provisioner('playbook_file = "site.yml"')).replace(
      'sources = ["source.null.one"]',
      'sources = ["source.null.one", "source.null.two"]',
    );

    const outcome = await check(`${text}\nsource "null" "two" {\n  communicator = "none"\n}\n`, {
      files: { 'site.yml': good },
    });

    const started = outcome.events.filter(
      (event) => event.type === 'process.started' && event.command.includes('--syntax-check'),
    );
    expect(started).toHaveLength(1);
    expect(outcome.checks.filter(({ id }) => id === 'ansible/playbook').map(({ target }) => target)).toEqual([
      'test/-/null.one',
      'test/-/null.two',
    ]);
  });
});
