import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RecoveryResult, RunRecord } from '../../core/schema/index.ts';
import { runForRecord, startCli } from '../support/cli.ts';
import { leftBehind } from '../support/left-behind.ts';
import { qemuTemplate, shellProvisioner } from '../support/qemu-template.ts';
import { guestOr, newestPacker, packerOr, packers, vsphereOr } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';
import { startVcenter, vcenterPassword, vsphereSource } from '../support/vcenter.ts';

const config = (more: object = {}) => JSON.stringify({ retry: { attempts: 1, wait: 0 }, ...more });

/** The only recovery of the only target. */
function recoveryOf(record: RunRecord): RecoveryResult | undefined {
  return record.targets[0]?.recoveries[0];
}

const taken = (recovery: RecoveryResult | undefined) =>
  recovery?.applied_fixes.map(({ action, ok }) => [action, ok]);

/** Serves the bytes of a file, the first time with others of the same length. */
async function mirror(file: string): Promise<{ readonly url: string; readonly downloads: () => number }> {
  const image = await readFile(file);
  let downloads = 0;
  const server = createServer((request, response) => {
    response.writeHead(200, { 'accept-ranges': 'bytes', 'content-length': image.length });
    if (request.method === 'HEAD') return void response.end();
    downloads += 1;
    response.end(downloads === 1 ? Buffer.alloc(image.length, 'x') : image);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/base.raw`,
    downloads: () => downloads,
  };
}

describe.each(packers)('a failed build with Packer $version', { timeout: 240_000 }, (packer) => {
  it('is given more time, in a copy of the template alone', async (ctx) => {
    const slow = qemuTemplate({ guest: guestOr(ctx), sshTimeout: 'limit' })
      .replace('"limit"', 'var.limit')
      .replace('panic=-1', 'panic=-1 rdinit=/bin/sh -- -c \\"sleep 9; exec /init\\"');
    const template = `variable "limit" {\n  default = "8s"\n}\n${slow}`;
    const workspace = await testWorkspace({
      'guest.pkr.hcl': template,
      'packer-hybrid.config.json': config({ recovery: { timeouts: { factor: 8 } } }),
    });

    const { record, result } = await runForRecord(['run'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
    });

    const recovery = recoveryOf(record);
    expect([result.code, record.targets[0]?.attempts]).toEqual([0, 2]);
    expect(recovery).toMatchObject({ success: true, outcome: 'recovered' });
    expect(taken(recovery)).toEqual([['increase-timeout', true]]);
    expect(recovery?.applied_fixes[0]?.edits).toMatchObject([
      { attribute: 'ssh_timeout', from: 'var.limit', to: '"1m4s"' },
    ]);
    expect(await workspace.read('guest.pkr.hcl')).toBe(template);
    expect(workspace.has('output', 'guest', 'guest.qcow2')).toBe(true);
    expect(leftBehind(workspace.root)).toEqual([]);
  });

  it('downloads a damaged image once more, also where only a file of sums says that it is damaged', async (ctx) => {
    const guest = guestOr(ctx);
    const { url, downloads } = await mirror(guest.disk);
    const workspace = await testWorkspace({ 'packer-hybrid.config.json': config() });
    const sums = workspace.path('SHA256SUMS');
    const [, digest = ''] = guest.diskChecksum.split(':');
    const served = { ...guest, disk: url, diskChecksum: `file:${sums}` };
    await workspace.write({
      SHA256SUMS: `${digest}  base.raw\n`,
      'guest.pkr.hcl': qemuTemplate({ guest: served }),
    });

    const { record, result } = await runForRecord(['run'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
    });

    const recovery = recoveryOf(record);
    expect([result.code, record.targets[0]?.attempts, downloads()]).toEqual([0, 2, 2]);
    expect(recovery).toMatchObject({ outcome: 'recovered', plan: { cause: 'iso-checksum-mismatch' } });
    expect(taken(recovery)).toEqual([['purge-cache', true]]);
    expect(leftBehind(workspace.root)).toEqual([]);
  });

  it('gets what a killed run left out of its way', async (ctx) => {
    const guest = guestOr(ctx);
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({
        guest,
        provisioners: shellProvisioner('echo provisioning now', 'sleep 300'),
      }),
      'packer-hybrid.config.json': config(),
    });
    const options = { cwd: workspace.root, packer: packerOr(ctx, packer) };
    const killed = await startCli(['run', '--format', 'ndjson'], options);
    await killed.shows('Waiting for SSH');
    killed.signal('SIGKILL');
    while (existsSync(`/proc/${killed.pid}/exe`)) await delay(20);
    expect(workspace.has('output', 'guest')).toBe(true);
    await workspace.write({ 'guest.pkr.hcl': qemuTemplate({ guest }) });

    const { record, result } = await runForRecord(['run'], options);

    const recovery = recoveryOf(record);
    expect([result.code, record.targets[0]?.attempts]).toEqual([0, 2]);
    expect(recovery).toMatchObject({ outcome: 'recovered', plan: { cause: 'output-exists' } });
    expect(taken(recovery)).toEqual([['remove-leftovers', true]]);
    expect(workspace.has('output', 'guest', 'guest.qcow2')).toBe(true);
    // The killed run's Packer would take the new image away when its own build ends.
    expect(leftBehind(workspace.root)).toEqual([]);
  });

  it('leaves alone what somebody else put there', async (ctx) => {
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest: guestOr(ctx) }),
      'output/guest/precious.txt': 'was here before',
      'packer-hybrid.config.json': config(),
    });

    const { record, result } = await runForRecord(['run'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
    });

    expect([result.code, record.targets[0]?.attempts]).toEqual([1, 1]);
    expect(recoveryOf(record)).toMatchObject({
      outcome: 'escalated',
      reason: expect.stringContaining('No unfinished build is known to have left output/guest'),
    });
    expect(await workspace.read('output', 'guest', 'precious.txt')).toBe('was here before');
  });
});

describe('credentials that are refused', { timeout: 120_000 }, () => {
  const template = (source: string) => `variable "vcenter_password" {
  type      = string
  sensitive = true
}
${source}
build {
  sources = ["source.vsphere-clone.golden"]
}
`;
  const withProvider = config({
    recovery: { credentials: { vsphere: { command: [process.execPath, 'token.mjs'] } } },
  });

  async function vsphereWorkspace(ctx: Parameters<typeof vsphereOr>[0], printed: string) {
    const { packer, program } = vsphereOr(ctx);
    const vcenter = await startVcenter(program);
    const workspace = await testWorkspace({
      'golden.pkr.hcl': template(vsphereSource('golden', vcenter)),
      'token.mjs': `console.log(JSON.stringify({ PKR_VAR_vcenter_password: ${JSON.stringify(printed)} }));`,
      'packer-hybrid.config.json': withProvider,
    });
    const options = { cwd: workspace.root, packer, env: { PKR_VAR_vcenter_password: 'an-expired-password' } };
    return { workspace, ...(await runForRecord(['run'], options)) };
  }

  it('are refreshed by the program that the user named, and show nowhere', async (ctx) => {
    const { workspace, record, result } = await vsphereWorkspace(ctx, vcenterPassword);

    const recovery = recoveryOf(record);
    expect([result.code, record.targets[0]?.attempts]).toEqual([0, 2]);
    expect(recovery).toMatchObject({ outcome: 'recovered', plan: { cause: 'platform-auth-failed' } });
    expect(taken(recovery)).toEqual([['refresh-credentials', true]]);
    expect(recovery?.applied_fixes[0]?.detail).toBe('Got fresh values of PKR_VAR_vcenter_password.');
    const said = await Promise.all(
      [...(await workspace.files())]
        .filter((file) => file !== 'token.mjs')
        .map((file) => workspace.read(file)),
    );
    expect([...said, result.stdout, result.stderr].filter((text) => text.includes(vcenterPassword))).toEqual(
      [],
    );
  });

  it('are not tried twice', async (ctx) => {
    const { record, result } = await vsphereWorkspace(ctx, 'an-expired-password');

    expect([result.code, record.targets[0]?.attempts]).toEqual([3, 1]);
    expect(recoveryOf(record)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('PKR_VAR_vcenter_password'),
    });
  });
});

it('a plugin that cannot be had is asked for once, and its last words are told', async (ctx) => {
  const packer = newestPacker(ctx);
  const workspace = await testWorkspace({
    'a.pkr.hcl': `packer {
  required_plugins {
    nowhere = {
      source  = "localhost/nobody/nowhere"
      version = "~> 1"
    }
  }
}
source "null" "a" {
  communicator = "none"
}
build {
  sources = ["source.null.a"]
}
`,
    'packer-hybrid.config.json': config({ policy: { gate: 'none' } }),
  });

  const { record, result } = await runForRecord(['run'], { cwd: workspace.root, packer });

  expect([result.code, record.targets[0]?.attempts]).toEqual([2, 1]);
  expect(recoveryOf(record)).toMatchObject({ outcome: 'failed', plan: { cause: 'plugin-missing' } });
  expect(taken(recoveryOf(record))).toEqual([['init-plugins', false]]);
  expect(recoveryOf(record)?.applied_fixes[0]?.detail).toMatch(/init/);
  expect(readdirSync(workspace.path('state', 'journal'))).toEqual([]);
});
