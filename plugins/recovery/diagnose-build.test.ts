import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiagnoseContext, Diagnosis } from 'packer-hybrid';
import { expect, type TestContext, test } from 'vitest';
import { diagnoseBuild } from './diagnose-build.ts';
import { failedBuild } from './testing/failed-build.ts';

async function* noLines(): AsyncGenerator<string> {}

async function diagnose(
  output: string,
  exitCode = 1,
  files?: Readonly<Record<string, string>>,
): Promise<readonly Diagnosis[]> {
  const diagnoses: Diagnosis[] = [];
  const { target, template } = await failedBuild({ cause: 'ssh-timeout', ...(files && { files }) });
  await diagnoseBuild({
    target,
    template,
    result: { exit_code: exitCode, stdout: output, stderr: '' },
    readLog: noLines,
    failureSignatures: [],
    signal: new AbortController().signal,
    report: (diagnosis: Diagnosis) => diagnoses.push(diagnosis),
  } as unknown as DiagnoseContext);
  return diagnoses.sort((a, b) => b.confidence - a.confidence);
}

/** What a real Packer says about a template; its plugins are built in before 1.7. */
function packer(
  context: TestContext,
  template: string,
  options: { readonly builtIn?: boolean } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'packer-hybrid-diagnose-'));
  const env = { ...process.env, CHECKPOINT_DISABLE: '1', PACKER_CACHE_DIR: join(folder, 'cache') };
  const run = (...args: readonly string[]) =>
    spawnSync('packer', args, { cwd: folder, env, encoding: 'utf8', timeout: 15_000 });
  const version = run('version').stdout;
  if (!version) context.skip('packer is not installed');
  if (options.builtIn && !/v1\.[0-6]\./.test(version))
    context.skip('needs a Packer with built-in plugins (1.6)');
  writeFileSync(join(folder, 'a.iso'), 'not what was expected');
  writeFileSync(join(folder, 't.pkr.hcl'), template);
  const { stdout, stderr } = run('build', 't.pkr.hcl');
  return stdout + stderr;
}

const withNull = (provisioner: string) =>
  `source "null" "a" { communicator = "none" }\nbuild {\n  sources = ["source.null.a"]\n  ${provisioner}\n}\n`;
const withQemu = (url: string) => `source "qemu" "a" {
  iso_url = "${url}"
  iso_checksum = "sha256:${'0'.repeat(64)}"
  communicator = "none"
}
build { sources = ["source.qemu.a"] }
`;

test('a script that fails', async (context) => {
  const output = packer(context, withNull('provisioner "shell-local" { inline = ["exit 7"] }'));

  const [diagnosis] = await diagnose(output);

  expect(diagnosis).toMatchObject({ cause: 'script-failed', class: 'provisioner', retryable: false });
  expect(diagnosis?.evidence[0]?.text).toContain('non-zero exit status: 7');
});

test('a mirror that does not answer explains the script that fails', async (context) => {
  const line = "echo 'E: Failed to fetch http://deb.debian.org/x  Connection timed out'; exit 100";
  const output = packer(context, withNull(`provisioner "shell-local" { inline = ["${line}"] }`));

  expect((await diagnose(output)).map(({ cause }) => cause)).toEqual([
    'package-mirror-failed',
    'script-failed',
  ]);
});

test('a script that does not exist', async (context) => {
  const output = packer(context, withNull('provisioner "shell-local" { script = "nope.sh" }'));

  expect((await diagnose(output))[0]).toMatchObject({ cause: 'local-file-missing', class: 'config' });
});

test('an ISO with another checksum', async (context) => {
  const output = packer(context, withQemu('a.iso'), { builtIn: true });

  expect((await diagnose(output))[0]).toMatchObject({
    cause: 'iso-checksum-mismatch',
    class: 'security',
    action: 'purge-cache',
  });
});

test('a download that is refused', async (context) => {
  const output = packer(context, withQemu('http://127.0.0.1:1/a.iso'), { builtIn: true });

  expect((await diagnose(output))[0]).toMatchObject({ cause: 'iso-download-failed', retryable: true });
});

test('a vCenter that does not answer', async (context) => {
  const template = `source "vsphere-clone" "a" {
  vcenter_server = "127.0.0.1:1"
  username = "u"
  password = "p"
  insecure_connection = true
  template = "t"
  vm_name = "v"
  host = "h"
  communicator = "none"
}
build { sources = ["source.vsphere-clone.a"] }
`;
  const output = packer(context, template, { builtIn: true });

  expect((await diagnose(output))[0]).toMatchObject({ cause: 'api-connection-failed', retryable: true });
});

test('a build that went well has no diagnosis, whatever it printed', async () => {
  expect(await diagnose("Build 'a' errored after 1 second: Timeout waiting for SSH.", 0)).toEqual([]);
});

const images = `source "qemu" "a" {
  iso_url = "a.iso"
}
source "qemu" "b" {
  ssh_timeout  = "5m"
  ssh_username = "root"
}
build {
  name    = "base"
  sources = ["source.qemu.a"]
}
`;

test('a run names what to change in the source of its target, set or not yet', async () => {
  const files = { 'a.pkr.hcl': images };

  const [timeout] = await diagnose('==> base.qemu.a: Timeout waiting for SSH.', 1, files);
  const [refused] = await diagnose('==> base.qemu.a: ssh: unable to authenticate', 1, files);

  expect(timeout?.change).toEqual({ attribute: 'ssh_timeout', file: 'a.pkr.hcl', line: 1 });
  expect(refused?.change).toEqual({ attribute: 'ssh_username', file: 'a.pkr.hcl', line: 1 });
});

test('a run names where it stands', async () => {
  const files = { 'a.pkr.hcl': images.replace('source.qemu.a"]', 'source.qemu.b"]') };

  const [timeout] = await diagnose('==> base.qemu.b: Timeout waiting for SSH.', 1, files);

  expect(timeout?.change).toEqual({ attribute: 'ssh_timeout', file: 'a.pkr.hcl', line: 5 });
});
