import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { removeTemporaryWorkspaces, temporaryWorkspace } from '../testing/temporary-workspace.ts';

afterEach(removeTemporaryWorkspaces);

const failed = [
  '==> qemu.a: Waiting for SSH to become available...',
  '==> proxmox-iso.b: Creating VM',
  "==> proxmox-iso.b: Error creating VM: 500 can't lock file '/var/lock/qemu-server/lock-104.conf' - got timeout",
  '==> qemu.a: Timeout waiting for SSH.',
  "Build 'proxmox-iso.b' errored after 14 seconds: Error creating VM: 500 can't lock file '/var/lock/qemu-server/lock-104.conf' - got timeout",
  "Build 'qemu.a' errored after 5 minutes: Timeout waiting for SSH.",
].join('\n');
const template = `source "qemu" "a" {
  iso_url     = "x"
  ssh_timeout = "5m"
}
build { sources = ["source.qemu.a"] }
`;

test('each target has its cause, the surest first, with the attribute to change', async () => {
  const { run } = temporaryWorkspace({ 'build.log': failed, 'images/a.pkr.hcl': template });

  const { code, out } = await run('diagnose', 'build.log', '--template', 'images', '--format', 'json');

  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    outcome: 'failed',
    diagnoses: [
      expect.objectContaining({
        cause: 'platform-object-locked',
        platform: 'proxmox',
        target: 'proxmox-iso.b',
        retryable: true,
      }),
      expect.objectContaining({
        cause: 'ssh-timeout',
        target: 'qemu.a',
        evidence: [{ line: 4, text: 'Timeout waiting for SSH.' }],
        change: { attribute: 'ssh_timeout', file: 'images/a.pkr.hcl', line: 3 },
      }),
    ],
  });
});

test('people read the lines that say so and what to do, without secrets', async () => {
  const { run } = temporaryWorkspace({
    'build.log': "Build 'qemu.a' errored after 5 minutes: Timeout waiting for SSH. password=hunter22",
  });

  const { code, out } = await run('diagnose', 'build.log');

  expect(code).toBe(0);
  expect(out).toMatch(
    /ssh-timeout[\s\S]*1 \| Timeout waiting for SSH\. password=\*\*\*[\s\S]*raise ssh_timeout/,
  );
});

test('a log that is packed says the same, also when it was cut off', async () => {
  const { run, folder } = temporaryWorkspace({});
  const packed = gzipSync(`${'==> qemu.a: still here\n'.repeat(5_000)}${failed}`);
  writeFileSync(join(folder, 'build.log.gz'), packed);
  writeFileSync(join(folder, 'cut.log.gz'), packed.subarray(0, packed.length - 8));

  const [whole, cut] = [await run('diagnose', 'build.log.gz'), await run('diagnose', 'cut.log.gz')];

  expect([whole.code, cut.code]).toEqual([0, 0]);
  expect(cut.out).toEqual(whole.out);
});

test('what is not known is shown and ends with 1', async () => {
  const { run } = temporaryWorkspace({
    'build.log': "fine\nBuild 'null.a' errored after 1 second: gremlins ate it",
  });

  const text = await run('diagnose', 'build.log');
  const data = await run('diagnose', 'build.log', '--format', 'json');

  expect([text.code, data.code]).toEqual([1, 1]);
  expect(text.out).toContain('2 | gremlins ate it');
  expect(JSON.parse(data.out)).toEqual({ version: 1, outcome: 'failed', diagnoses: [] });
});

test('a build that went well is nothing to diagnose', async () => {
  const { run } = temporaryWorkspace({ 'build.log': "Build 'null.a' finished after 1 second.\n" });

  const { code, out } = await run('diagnose', 'build.log', '--format', 'json');

  expect([code, JSON.parse(out)]).toEqual([0, { version: 1, outcome: 'succeeded', diagnoses: [] }]);
});

test('a log that is not there is said in one line', async () => {
  const { run } = temporaryWorkspace({});

  const { code, err } = await run('diagnose', 'none.log');

  expect(code).toBe(1);
  expect(err).toContain('The log "none.log" cannot be read');
});
