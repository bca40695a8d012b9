import { definePlugin, PLUGIN_API, type Plugin, type ProgramNeed } from 'packer-hybrid';
import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { expect, it } from 'vitest';
import { qemu } from '../index.ts';

/** Finds every program, and writes down what was asked for. */
function toolchain(asked: ProgramNeed[] = []): Plugin {
  return definePlugin({
    name: 'toolchain',
    apiVersion: PLUGIN_API,
    setup(api) {
      api.provide('toolchain', {
        async ensure(needs) {
          asked.push(...needs);
          return [];
        },
        installCommand: async () => '',
      });
    },
  })();
}

function preflight(source: string, changes: Partial<Scenario> = {}): Scenario {
  const template = `${source}\nbuild {\n  name = "golden"\n  sources = ["source.qemu.debian"]\n}\n`;
  return {
    hook: 'preflight',
    plugins: [toolchain()],
    ...changes,
    files: { 'debian.pkr.hcl': template, ...changes.files },
  };
}

const failed = (checks: readonly { ok: boolean; id: string; message: string }[]) =>
  checks.filter(({ ok }) => !ok).map(({ id, message }) => [id, message]);

it('stays silent where nothing is built with QEMU', async () => {
  const source = 'source "null" "n" { communicator = "none" }\nbuild { sources = ["source.null.n"] }';

  const { checks } = await runPlugin(qemu({ accelerator: 'tcg' }), {
    hook: 'preflight',
    files: { 'null.pkr.hcl': source },
    plugins: [toolchain()],
  });

  expect(checks).toEqual([]);
});

it('asks for the programs that the situation needs', async () => {
  const asked: ProgramNeed[] = [];
  const source = `
variable "base_image" { type = string }
source "qemu" "debian" {
  iso_url      = var.base_image
  accelerator  = "tcg"
  ssh_password = "secret-password"
}`;

  await runPlugin(
    qemu({ accelerator: 'tcg', base: { kind: 'debian' } }),
    preflight(source, { plugins: [toolchain(asked)] }),
  );

  expect(asked.map(({ program }) => program)).toEqual([
    'qemu-system-x86_64',
    'qemu-img',
    'ssh',
    'ssh-keygen',
    'sshpass',
    'mmdebstrap',
    'mke2fs',
  ]);
});

it('asks for less where nothing is booted and nothing made', async () => {
  const asked: ProgramNeed[] = [];

  await runPlugin(
    qemu({ accelerator: 'tcg', boot: { enabled: false } }),
    preflight('source "qemu" "debian" { accelerator = "tcg" }', { plugins: [toolchain(asked)] }),
  );

  expect(asked.map(({ program }) => program)).toEqual(['qemu-system-x86_64', 'qemu-img']);
});

it('finds files that a source names and that are not there', async () => {
  const source = `
source "qemu" "debian" {
  iso_urls    = ["debian.iso", "https://example.org/debian.iso"]
  cd_files    = ["seed/user-data"]
  accelerator = "tcg"
}`;

  const { checks } = await runPlugin(
    qemu({ accelerator: 'tcg' }),
    preflight(source, { files: { 'seed/user-data': '' } }),
  );

  expect(failed(checks)).toEqual([['qemu/files', '`iso_urls` names "debian.iso", which does not exist.']]);
});

it('finds an output folder that Packer would refuse', async () => {
  const files = { 'output-debian/old.qcow2': '' };
  const source = 'source "qemu" "debian" { accelerator = "tcg" }';

  const refused = await runPlugin(qemu({ accelerator: 'tcg' }), preflight(source, { files }));
  const forced = await runPlugin(
    qemu({ accelerator: 'tcg' }),
    preflight(source, { files, settings: { policy: { force: true } } }),
  );

  expect(failed(refused.checks)).toEqual([
    ['qemu/output-directory', expect.stringContaining('output-debian. Packer refuses to build into it.')],
  ]);
  expect(failed(forced.checks)).toEqual([]);
});

it('finds a QEMU that is not there', async () => {
  const source = 'source "qemu" "debian" {\n  accelerator = "tcg"\n  qemu_binary = "qemu-system-nowhere"\n}';

  const { checks } = await runPlugin(qemu({ accelerator: 'tcg' }), preflight(source));

  expect(failed(checks)).toEqual([
    ['qemu/binary', 'golden.qemu.debian wants to run qemu-system-nowhere, which is not here.'],
  ]);
});

it.each([
  ['accelerator = "kvm"', 'asks for accelerator = "kvm", but no guest boots with KVM'],
  ['', 'sets no accelerator, so Packer may take KVM, but no guest boots with KVM'],
])('finds a template that would hang with KVM: %s', async (attribute, message) => {
  const { checks } = await runPlugin(
    qemu({ accelerator: 'tcg' }),
    preflight(`source "qemu" "debian" {\n${attribute}\n}`),
  );

  expect(failed(checks)).toEqual([['qemu/accelerator', expect.stringContaining(message)]]);
});

it('leaves a template alone that lets the accelerator be given', async () => {
  const source = `
variable "accelerator" { default = "kvm" }
source "qemu" "debian" { accelerator = var.accelerator }`;

  const { checks } = await runPlugin(qemu({ accelerator: 'tcg' }), preflight(source));

  expect(failed(checks)).toEqual([]);
  expect(checks.find(({ id }) => id === 'qemu/accelerator')).toMatchObject({
    ok: true,
    message: 'Guests run in software emulation (TCG), which is slower: the configuration asks for it.',
  });
});

it('says how to get a base image that nobody gives', async () => {
  const source = `
variable "base_image" { type = string }
source "qemu" "debian" {
  iso_url     = var.base_image
  accelerator = "tcg"
}`;

  const { checks } = await runPlugin(qemu({ accelerator: 'tcg' }), preflight(source));

  expect(failed(checks)).toEqual([
    [
      'qemu/base-image',
      'golden.qemu.debian needs a value for the variable base_image, and nothing gives it one.',
    ],
  ]);
});
