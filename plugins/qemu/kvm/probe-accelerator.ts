import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { ProcessResult, RunProcess } from '../base/must-run.ts';
import { bootProbe } from './boot-probe.ts';
import { PROOF_EXIT_CODE } from './boot-sector.ts';

export interface ProbeOptions {
  readonly run: RunProcess;
  readonly signal?: AbortSignal;
  /** How long a guest may take to prove that it runs, 4,000 ms unless told; a sound host needs about 300. */
  readonly timeoutMs?: number;
  readonly device?: string;
  readonly temporary?: string;
}

export interface Accelerator {
  readonly accelerator: 'kvm' | 'tcg';
  /** Why this one, as a sentence part: `/dev/kvm is missing`. */
  readonly reason: string;
}

/** Chooses KVM only after a guest has really booted with it: the device file alone proves nothing. */
export async function probeAccelerator(options: ProbeOptions): Promise<Accelerator> {
  const { run, signal, timeoutMs = 4_000, device = '/dev/kvm', temporary = tmpdir() } = options;
  const obstacle = await deviceObstacle(device);
  if (obstacle) return { accelerator: 'tcg', reason: obstacle };

  const result = await bootProbe('kvm', { run, temporary, timeoutMs, ...(signal && { signal }) });
  signal?.throwIfAborted();
  return judge(result, timeoutMs);
}

async function deviceObstacle(device: string): Promise<string | undefined> {
  try {
    await access(device, constants.R_OK | constants.W_OK);
    return undefined;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? `${device} is missing` : `no permission for ${device}`;
  }
}

/** What the end of the probing QEMU says about KVM. */
export function judge(result: ProcessResult, timeoutMs: number): Accelerator {
  if (result.ended === 'exit' && result.exitCode === PROOF_EXIT_CODE) {
    return { accelerator: 'kvm', reason: `a guest booted within ${result.durationMs} ms` };
  }
  return { accelerator: 'tcg', reason: failureOf(result, timeoutMs) };
}

function failureOf(result: ProcessResult, timeoutMs: number): string {
  if (result.ended === 'not-found') return 'qemu-system-x86_64 is missing';
  if (result.ended === 'timeout') return `the guest did not boot within ${timeoutMs / 1000} s`;
  const lastWords = result.stderrTail.trim().split('\n').at(-1);
  return lastWords || `qemu-system-x86_64 ended with ${result.exitCode ?? result.ended}`;
}
