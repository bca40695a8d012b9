import type { Diagnosis } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { allSignatures } from '../testing/all-signatures.ts';
import { diagnoseLog } from './diagnose-log.ts';

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n');
}
const diagnose = async (text: string): Promise<readonly Diagnosis[]> =>
  (await diagnoseLog(linesOf(text), await allSignatures())).diagnoses;
const causeOf = async (text: string) => (await diagnose(text))[0]?.cause;

const step = (...output: readonly string[]) =>
  [
    '==> qemu.a: Connected to SSH!',
    '==> qemu.a: Provisioning with shell script: /tmp/packer-shell1',
    ...output.map((line) => `    qemu.a: ${line}`),
    '==> qemu.a: Provisioning step had errors: Running the cleanup provisioner, if present...',
    '==> qemu.a: Deleting output directory...',
    "Build 'qemu.a' errored after 16 seconds 563 milliseconds: Script exited with non-zero exit status: 100.Allowed exit codes are: [0]",
  ].join('\n');
const verdict = (reason: string) => `Build 'x.a' errored after 1 minute 4 seconds: ${reason}`;

test.each([
  ['Timeout waiting for SSH.', 'ssh-timeout'],
  ['Timeout waiting for WinRM.', 'winrm-timeout'],
  [
    'Packer experienced an authentication error when trying to connect via SSH. original error: ssh: handshake failed: ssh: unable to authenticate, attempted methods [none password]',
    'ssh-auth-failed',
  ],
  [
    'Post "https://127.0.0.1:1/sdk": dial tcp 127.0.0.1:1: connect: connection refused',
    'api-connection-failed',
  ],
  [
    'Post "https://vc/sdk": read tcp 10.0.0.2:5->10.0.0.1:443: read: connection reset by peer',
    'api-connection-failed',
  ],
  ['Get "https://pve:8006/api2/json": dial tcp: lookup pve: no such host', 'api-connection-failed'],
  ['Post "https://vc/sdk": net/http: TLS handshake timeout', 'api-connection-failed'],
  ['502 Bad Gateway', 'api-connection-failed'],
  ['Post "https://vc/sdk": x509: certificate signed by unknown authority', 'tls-untrusted-ca'],
  ['ServerFaultCode: Login failure', 'platform-auth-failed'],
  [
    'ServerFaultCode: Cannot complete login due to an incorrect user name or password.',
    'platform-auth-failed',
  ],
  ['401 authentication failure', 'platform-auth-failed'],
  ['ServerFaultCode: Permission to perform this operation was denied.', 'platform-permission-denied'],
  ['403 Permission check failed (/vms/100, VM.Clone)', 'platform-permission-denied'],
  ["error finding virtual machine to clone: vm 'NoSuchTemplate' not found", 'platform-object-not-found'],
  ['error downloading ISO: [bad response code: 404]', 'iso-not-found'],
  ['error downloading ISO: [bad response code: 503]', 'iso-download-failed'],
  ['error downloading ISO: [Get "http://m/a.iso": dial tcp 10.0.0.1:80: i/o timeout]', 'iso-download-failed'],
  ['error downloading ISO: [Checksums did not match for /cache/a.iso.', 'iso-checksum-mismatch'],
  ['StatusCode=429 -- Original Error: Code="TooManyRequests"', 'api-throttled'],
  ['Code="QuotaExceeded" Message="Operation could not be completed"', 'cloud-quota-exceeded'],
  ['error converting hard drive: write output/a: no space left on device', 'host-disk-full'],
  ['Timeout while waiting for machine to shut down.', 'shutdown-timeout'],
  ['Script disconnected unexpectedly. If you expected your script to disconnect', 'script-disconnected'],
  ['Error executing Ansible: Non-zero exit status: exit status 2', 'config-management-failed'],
  ['Puppet exited with a non-zero exit status: 6', 'config-management-failed'],
  [
    'Post-processor failed: Unable to write out/m.json: open out/m.json: no such file or directory',
    'post-processor-failed',
  ],
  ['Build was cancelled.', 'user-cancelled'],
])('%s → %s', async (reason, cause) => {
  expect(await causeOf(verdict(reason))).toEqual(cause);
});

test.each([
  [
    'Error: Missing plugins\n\nThe following plugins are required, but not installed:\n\n* github.com/hashicorp/amazon = 9.9.9',
    'plugin-missing',
  ],
  ['Error: Unknown source type nonesuch\n\n  on unk.pkr.hcl line 1:', 'plugin-missing'],
  [
    'Error: Unset variable "a"\n\nA used variable must be set or have a default value',
    'template-variable-unset',
  ],
  [
    'Error: Unsupported argument\n\nAn argument named "communicatr" is not expected here.',
    'template-unsupported-argument',
  ],
  [
    "Error: 1 error(s) occurred:\n\n* Output directory 'out' already exists. It must not exist.",
    'output-exists',
  ],
  [
    `Error: Failed preparing provisioner-block "shell-local" ""\n\n* Bad script 'no.sh': stat no.sh: no such file or directory`,
    'local-file-missing',
  ],
  ['Error: Invalid single-argument block definition\n\n  on syn.pkr.hcl line 1', 'template-syntax-error'],
])('before any step: %s → %s', async (text, cause) => {
  expect(await causeOf(text)).toEqual(cause);
});

test.each([
  [
    ['E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1234 (apt-get)'],
    'package-manager-lock',
  ],
  [
    ["E: Failed to fetch http://deb.debian.org/a.deb  Temporary failure resolving 'deb.debian.org'"],
    'package-mirror-failed',
  ],
  [
    ['Error: Failed to download metadata for repo "baseos": Cannot prepare internal mirrorlist'],
    'package-mirror-failed',
  ],
  [['sudo: a password is required'], 'sudo-not-usable'],
  [['cp: error writing /opt/a: No space left on device'], 'guest-disk-full'],
  [['something of its own'], 'script-failed'],
])('a script that printed %j fails because of %s', async (output, cause) => {
  expect(await causeOf(step(...output))).toEqual(cause);
});

test('what an earlier step printed that ended well is not the cause', async () => {
  const first = [
    '==> qemu.a: Provisioning with shell script: /tmp/packer-shell0',
    '    qemu.a: E: Could not get lock /var/lib/dpkg/lock-frontend.',
    '    qemu.a: sudo: a password is required',
  ].join('\n');

  const causes = (await diagnose(`${first}\n${step('boom')}`)).map(({ cause }) => cause);

  expect(causes).toEqual(['script-failed']);
});

test.each([
  ["dd: error writing '/EMPTY': No space left on device"],
  ['cat: write error: No space left on device'],
  [
    'Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 9 (apt-get)',
  ],
  ['W: Failed to fetch http://deb.debian.org/x  Temporary failure resolving'],
])('%s only looks like a failure', async (line) => {
  expect((await diagnose(step(line))).map(({ cause }) => cause)).toEqual(['script-failed']);
});

test.each([
  [''],
  ['==> qemu.a: ERROR: -> ResourceNotFound : the image was not found'],
  ["Warning: A checksum of 'none' was specified. Since ISO files are so big,"],
  ['==> x.a: curl: (7) connect: connection refused, trying the next one'],
  ['==> x.a: Puppet says\n    x.a: Error: Unset variable "a"'],
  [verdict('something that nobody has seen before')],
])('nothing is made up for %j', async (text) => {
  expect(await diagnose(text)).toEqual([]);
});

test('evidence names the line of the log and does not repeat itself', async () => {
  const text = [
    '[2026-11-24T08:19:18.000Z] info qemu.a ==> qemu.a: Waiting for SSH to become available...',
    '[2026-11-24T08:19:28.000Z] error qemu.a ==> qemu.a: Timeout waiting for SSH.',
    "[2026-11-24T08:19:29.000Z] error packer Build 'qemu.a' errored after 7 seconds: Timeout waiting for SSH.",
    '[2026-11-24T08:19:29.000Z] info packer --> qemu.a: Timeout waiting for SSH.',
  ].join('\n');

  expect(await diagnose(text)).toMatchObject([
    { cause: 'ssh-timeout', retryable: true, evidence: [{ line: 2, text: 'Timeout waiting for SSH.' }] },
  ]);
});

test('lines from which the build name was taken off say the same', async () => {
  const text = [
    'Provisioning with shell script: /tmp/packer-shell0',
    'sudo: a password is required',
    'Provisioning with shell script: /tmp/packer-shell1',
    '--> curl: connect: connection refused',
    'Error: Unset variable "a"',
    'E: Could not get lock /var/lib/apt/lists/lock - open (11: Resource temporarily unavailable)',
    'Provisioning step had errors: Running the cleanup provisioner, if present...',
    'Provisioning with shell script: /tmp/packer-shell2',
    verdict('Script exited with non-zero exit status: 100. Allowed exit codes are: [0]'),
  ].join('\n');

  const causes = (await diagnose(text)).map(({ cause }) => cause);

  expect(causes).toEqual(['package-manager-lock', 'script-failed']);
});

test("Packer's times and colours do not hide anything", async () => {
  const timed = '2026-11-24T08:19:27Z: ';
  const coloured = `\u001b[1;31m${timed}${verdict('Timeout waiting for SSH.')}\u001b[0m`;

  expect(await causeOf(coloured)).toEqual('ssh-timeout');
});

test('a line without end costs neither time nor memory', async () => {
  const [diagnosis] = await diagnose(verdict(`Timeout waiting for SSH. ${'x'.repeat(5_000_000)}`));

  expect(diagnosis?.evidence[0]?.text.length).toEqual(400);
});
