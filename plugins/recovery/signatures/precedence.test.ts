import type { Diagnosis } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { causes } from './causes/all.ts';
import { inOrderOfCause, precedence } from './precedence.ts';

const diagnosis = (cause: string): Diagnosis => {
  const { attributes, ...facts } = causes[cause] ?? causes['script-failed'] ?? never(cause);
  return { cause, ...facts, evidence: [] };
};
function never(cause: string): never {
  throw new Error(cause);
}
const order = (...names: readonly string[]) => inOrderOfCause(names.map(diagnosis)).map(({ cause }) => cause);

test.each([
  ['an interruption explains what followed it', 'user-cancelled', 'plugin-crash'],
  ['a hang explains why it was interrupted', 'windows-sysprep-failed', 'user-cancelled'],
  ['a crash explains errors of the connection to the plugin', 'plugin-crash', 'api-connection-failed'],
  ['a privilege explains a failed upload', 'platform-permission-denied', 'platform-upload-failed'],
  ['a lock explains the status of the script', 'package-manager-lock', 'script-failed'],
  ['an expired login explains a post-processor', 'platform-auth-failed', 'post-processor-failed'],
  ['no KVM explains why QEMU does not start', 'kvm-unavailable', 'hypervisor-launch-failed'],
  ['a missing agent explains why SSH never answered', 'guest-agent-not-running', 'ssh-timeout'],
  ['a missing address explains why WinRM never answered', 'guest-no-ip', 'winrm-timeout'],
  ['a refused login is more than a timeout', 'ssh-auth-failed', 'ssh-timeout'],
])('%s', (_, before, after) => {
  expect(order(after, before)).toEqual([before, after]);
});

test('how sure something is goes down and never below nothing', () => {
  const sorted = inOrderOfCause([
    diagnosis('ssh-timeout'),
    { ...diagnosis('guest-no-ip'), confidence: 0.01 },
  ]);

  expect(sorted.map(({ confidence }) => confidence)).toEqual([0.01, 0]);
});

test('every cause that the list names exists', () => {
  const named = precedence.flatMap(({ before, after }) => [
    ...before,
    ...(after === 'all others' ? [] : after),
  ]);

  expect(named.filter((cause) => !(cause in causes))).toEqual([]);
});
