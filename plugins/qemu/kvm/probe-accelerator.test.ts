import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { createProcesses, createSecrets } from '../../../core/process/index.ts';
import { bootProbe } from './boot-probe.ts';
import { PROOF_EXIT_CODE } from './boot-sector.ts';
import { judge, probeAccelerator } from './probe-accelerator.ts';

const { run, find } = createProcesses({ secrets: createSecrets() });
const ended = {
  command: 'qemu',
  exitCode: 0,
  ended: 'exit',
  durationMs: 321,
  stdoutTail: '',
  stderrTail: '',
  leftovers: 0,
} as const;

it('boots a guest that proves itself', async (context) => {
  if (!(await find('qemu-system-x86_64'))) context.skip('qemu-system-x86_64 is not installed');

  const result = await bootProbe('tcg', { run, temporary: tmpdir(), timeoutMs: 15_000 });

  expect(result).toMatchObject({ ended: 'exit', exitCode: PROOF_EXIT_CODE });
});

it('does not try without the device', async () => {
  const chosen = await probeAccelerator({ run, device: '/nowhere/kvm' });

  expect(chosen).toEqual({ accelerator: 'tcg', reason: '/nowhere/kvm is missing' });
});

it('comes to an answer on this machine', async () => {
  const { accelerator, reason } = await probeAccelerator({ run });

  expect(['kvm', 'tcg']).toContain(accelerator);
  expect(reason).not.toBe('');
});

it.each([
  [{ exitCode: PROOF_EXIT_CODE }, 'kvm', 'a guest booted within 321 ms'],
  [{ exitCode: 0 }, 'tcg', 'qemu-system-x86_64 ended with 0'],
  [{ exitCode: null, ended: 'timeout' as const }, 'tcg', 'the guest did not boot within 4 s'],
  [{ exitCode: null, ended: 'not-found' as const }, 'tcg', 'qemu-system-x86_64 is missing'],
  [{ exitCode: 1, stderrTail: 'warning\nno KVM here\n' }, 'tcg', 'no KVM here'],
])('trusts only a guest that ran to its end: %o', (changes, accelerator, reason) => {
  const chosen = judge({ ...ended, ...changes }, 4_000);

  expect(chosen).toEqual({ accelerator, reason });
});
