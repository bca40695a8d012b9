import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Artifact, definePlugin, type Guest, HybridError, PLUGIN_API, type Plugin } from 'packer-hybrid';
import { runPlugin, type Scenario } from 'packer-hybrid/testing';
import { expect, it } from 'vitest';
import { assurance } from './index.ts';

const template = `
source "qemu" "debian" {}
build {
  name    = "golden"
  sources = ["source.qemu.debian"]
}
`;

const facts = {
  os: 'Debian GNU/Linux 12 (bookworm)',
  host: 'debian',
  kernel: '6.1.0',
  user: 'root',
  state: 'running',
  failed: '',
  writable: 'yes',
  'host-keys': '1',
  'old-host-keys': '',
  'old-machine-id': '',
  keys: '',
};

const answer = (stdoutTail: string, exitCode = 0) => ({
  command: 'ssh',
  exitCode,
  ended: 'exit' as const,
  durationMs: 1,
  stdoutTail,
  stderrTail: '',
  leftovers: 0,
});

/** A guest that tells these facts, and answers commands with their own text. */
function guest(told: Readonly<Record<string, string>>, stopped: string[] = []): Guest {
  const lines = Object.entries(told).map(([name, value]) => `packer-hybrid-fact ${name} ${value}`);
  return {
    bootMs: 12_345,
    async exec(command) {
      if (command.includes('packer-hybrid-fact')) return answer(lines.join('\n'));
      return command.startsWith('fail') ? answer('', 7) : answer(command);
    },
    async stop() {
      stopped.push('stopped');
    },
  };
}

function platform(boot?: () => Promise<Guest>): Plugin {
  return definePlugin({
    name: 'qemu',
    apiVersion: PLUGIN_API,
    contributes: { platforms: [{ id: 'qemu', title: 'QEMU', sources: ['qemu'] }] },
    setup(api) {
      if (boot) api.provide('guests/qemu', { boot });
    },
  })();
}

/** Builds one disk; `left` is what the file holds when it is validated. */
function scenario(boot?: () => Promise<Guest>, left = 'disk'): Scenario {
  return {
    hook: 'validate',
    files: { 'debian.pkr.hcl': template },
    plugins: [platform(boot)],
    async build({ workspace }) {
      const path = 'output/debian.qcow2';
      await writeFile(join(workspace.root, 'debian.qcow2'), left);
      const sha256 = createHash('sha256').update('disk').digest('hex');
      const files: Artifact['files'] = [{ path: path.slice('output/'.length), size: 4, sha256 }];
      const artifact = {
        builder_id: 'transcend.qemu',
        platform: 'qemu',
        image_ids: [],
        description: '',
        files,
      };
      return { artifacts: [artifact, artifact] };
    },
  };
}

it('boots an image once, asks what it is, and ends it', async () => {
  const stopped: string[] = [];

  const { evidence, record } = await runPlugin(
    assurance(),
    scenario(async () => guest(facts, stopped)),
  );

  expect(evidence.map(({ id, score }) => [id, score])).toEqual([
    ['artifact/files', 1],
    ['guest/boots', 1],
    ['guest/identity', 1],
    ['guest/system-state', 1],
    ['guest/disk-writable', 1],
    ['guest/authorized-keys', 1],
    ['guest/host-keys', 1],
    ['guest/machine-id', 1],
  ]);
  expect(evidence[1]?.detail).toBe('The image boots; login was possible after 12.3 s.');
  expect(stopped).toEqual(['stopped']);
  expect(record.exit_code).toBe(0);
});

it('lowers the score for what a sealed image should not have', async () => {
  const told = {
    ...facts,
    state: 'degraded',
    failed: 'a.service b.service',
    keys: '2 /root/.ssh/authorized_keys',
    'old-host-keys': '/etc/ssh/ssh_host_rsa_key',
    'old-machine-id': '/etc/machine-id',
  };

  const { evidence, record } = await runPlugin(
    assurance(),
    scenario(async () => guest(told)),
  );

  const low = evidence.filter(({ score }) => score < 1);
  expect(low.map(({ id, score }) => [id, score])).toEqual([
    ['guest/system-state', 0.3],
    ['guest/authorized-keys', 0.2],
    ['guest/host-keys', 0.3],
    ['guest/machine-id', 0.5],
  ]);
  expect(low[0]?.detail).toBe('systemd is degraded; failed units: a.service, b.service.');
  expect(record.exit_code).toBe(0);
});

it('runs the configured checks that are meant for the target', async () => {
  const checks = [
    { name: 'Says hello', run: 'hello world', expect: 'hello' },
    { name: 'Says bye', run: 'hello world', expect: /^bye/g, required: false },
    { name: 'Fails', run: 'fail', required: false },
    { name: 'Elsewhere', run: 'fail', only: ['golden.qemu.ubuntu'] },
  ];

  const { evidence } = await runPlugin(
    assurance({ checks }),
    scenario(async () => guest({})),
  );

  const ran = evidence.filter(({ id }) => id.startsWith('guest/check/'));
  expect(ran.map(({ id, score, detail }) => [id, score, detail])).toEqual([
    ['guest/check/says-hello', 1, 'Says hello: as expected.'],
    ['guest/check/says-bye', 0, 'Says bye: expected /^bye/g, got: hello world'],
    ['guest/check/fails', 0, 'Fails: the command ended with 7: it said nothing'],
  ]);
});

it('refuses an image that fails a required check', async () => {
  const checks = [{ name: 'Fails', run: 'fail' }];

  const { record } = await runPlugin(
    assurance({ checks }),
    scenario(async () => guest(facts)),
  );

  expect(record.targets[0]?.failure?.code).toBe('PH_VALIDATION_FAILED');
});

it('refuses an image that does not boot, unless booting is optional', async () => {
  const boot = async () => {
    throw new HybridError('PH_GUEST_UNREACHABLE', { waitedMs: 1, console: 'Kernel panic' });
  };

  const required = await runPlugin(assurance(), scenario(boot));
  const optional = await runPlugin(assurance({ boot: 'optional' }), scenario(boot));

  expect(required.evidence[1]).toMatchObject({ id: 'guest/boots', score: 0, required: true });
  expect(required.evidence[1]?.detail).toContain('Kernel panic');
  expect(required.record.exit_code).toBe(1);
  expect(optional.evidence[1]).toMatchObject({ id: 'guest/boots', score: 0, required: false });
  expect(optional.record.exit_code).toBe(0);
});

it('says why an image was not booted', async () => {
  const noBooter = await runPlugin(assurance(), scenario());
  const off = await runPlugin(
    assurance({ boot: 'off' }),
    scenario(async () => guest(facts)),
  );
  const noDisk = await runPlugin(
    assurance(),
    scenario(async () => {
      throw new HybridError('PH_GUEST_DISK', { target: 't', reason: 'it boots by UEFI' });
    }),
  );

  expect(noBooter.notes).toEqual([
    'The image of golden.qemu.debian was not booted: images of the platform "qemu" cannot be booted yet.',
  ]);
  expect(off.notes).toEqual([
    'The image of golden.qemu.debian was not booted: the configuration turns that off.',
  ]);
  expect(noDisk.notes).toEqual(['The image of t cannot be booted: it boots by UEFI']);
  expect([noBooter, off, noDisk].map(({ evidence }) => evidence.map(({ id }) => id))).toEqual([
    ['artifact/files'],
    ['artifact/files'],
    ['artifact/files'],
  ]);
});

it('does not boot what is not what was built', async () => {
  const stopped: string[] = [];

  const { evidence, record } = await runPlugin(
    assurance(),
    scenario(async () => guest(facts, stopped), 'disc'),
  );

  expect(evidence).toEqual([
    {
      id: 'artifact/files',
      dimension: 'security',
      score: 0,
      weight: 3,
      confidence: 1,
      required: true,
      detail: 'Files are not what was built: debian.qcow2 has another checksum.',
    },
  ]);
  expect(stopped).toEqual([]);
  expect(record.exit_code).not.toBe(0);
});
