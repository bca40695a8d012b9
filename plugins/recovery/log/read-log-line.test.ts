import { expect, test } from 'vitest';
import { readLogLine } from './read-log-line.ts';

const shown = { text: 'Timeout waiting for SSH.', kind: 'ui', target: 'qemu.a' };

test.each([
  ['the console', '==> qemu.a: Timeout waiting for SSH.'],
  ['an indented line', '    qemu.a: Timeout waiting for SSH.'],
  ['a post-processor', '==> qemu.a (vagrant): Timeout waiting for SSH.'],
  ['colours', '\u001b[1;31m==> qemu.a: Timeout waiting for SSH.\u001b[0m'],
  ['Windows line ends', '==> qemu.a: Timeout waiting for SSH.\r'],
  ['progress that was overwritten', 'a.iso 12%\ra.iso 100%\r==> qemu.a: Timeout waiting for SSH.'],
  ['-timestamp-ui', '2026-11-24T08:19:27Z: ==> qemu.a: Timeout waiting for SSH.'],
  ['GitHub', '2026-11-24T08:19:27.1234567Z ==> qemu.a: Timeout waiting for SSH.'],
  ['gh run view', 'build\tPacker\t2026-11-24T08:19:27.1234567Z ==> qemu.a: Timeout waiting for SSH.'],
  ['an annotation of GitHub', '##[error]==> qemu.a: Timeout waiting for SSH.'],
  ['GitLab', '2026-11-24T08:19:27.123456Z 01O ==> qemu.a: Timeout waiting for SSH.'],
  ['Jenkins', '[2026-11-24T08:19:27.123Z] ==> qemu.a: Timeout waiting for SSH.'],
  ['Jenkins with the time alone', '08:19:27  ==> qemu.a: Timeout waiting for SSH.'],
  ['PACKER_LOG', '2026/11/24 08:19:27 ui error: ==> qemu.a: Timeout waiting for SSH.'],
  ['-machine-readable', '1764000000,,ui,error,==> qemu.a: Timeout waiting for SSH.'],
])('%s', (_, line) => {
  expect(readLogLine(line)).toEqual([shown]);
});

test('a debug line of a plugin is the log, without its two times', () => {
  const line =
    '2026/11/24 08:19:27 packer-plugin-qemu_v1.1.0_x5.0_linux_amd64 plugin: 2026/11/24 08:19:27 Qemu stderr: no';

  expect(readLogLine(line)).toEqual([{ text: 'Qemu stderr: no', kind: 'log' }]);
});

test("Packer's reason names its build, also in machine-readable output", () => {
  const reason = { text: 'a, b', kind: 'verdict', target: 'qemu.a' };

  expect(readLogLine("Build 'qemu.a' errored after 7 seconds: a, b")).toEqual([reason]);
  expect(readLogLine('1764000000,qemu.a,error,a%!(PACKER_COMMA) b')).toEqual([reason]);
});

test('one record may stand for several lines', () => {
  expect(readLogLine('1764000000,,ui,error,Error: x\\n\\n  on a.pkr.hcl line 3:')).toEqual([
    { text: 'Error: x', kind: 'plain' },
    { text: '', kind: 'plain' },
    { text: 'on a.pkr.hcl line 3:', kind: 'plain' },
  ]);
});

test("our own log's head names the build", () => {
  const line = '[2026-11-24T08:19:27.000Z] info qemu.a Timeout waiting for SSH.';

  expect(readLogLine(line)).toEqual([{ text: 'Timeout waiting for SSH.', kind: 'plain', target: 'qemu.a' }]);
});
