import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessResult, RunProcess } from '../base/must-run.ts';
import { bootSector, PROOF_PORT } from './boot-sector.ts';

export interface BootProbeOptions {
  readonly run: RunProcess;
  /** Where the probe may keep its boot disk for a moment. */
  readonly temporary: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Boots the smallest machine there is with an accelerator and tells how QEMU ended; nothing stays behind. */
export async function bootProbe(
  accelerator: 'kvm' | 'tcg',
  options: BootProbeOptions,
): Promise<ProcessResult> {
  const folder = await mkdtemp(join(options.temporary, 'probe-'));
  const disk = join(folder, 'sector.img');
  try {
    await writeFile(disk, bootSector());
    return await options.run('qemu-system-x86_64', probeArgs(accelerator, disk), {
      timeoutMs: options.timeoutMs,
      graceMs: 500,
      ...(options.signal && { signal: options.signal }),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function probeArgs(accelerator: 'kvm' | 'tcg', disk: string): string[] {
  const cpu = accelerator === 'kvm' ? 'host' : 'max';
  return [
    ...['-accel', accelerator, '-cpu', cpu, '-m', '32'],
    ...['-nodefaults', '-no-reboot', '-display', 'none', '-serial', 'none', '-monitor', 'none'],
    ...['-device', `isa-debug-exit,iobase=${PROOF_PORT},iosize=4`],
    ...['-drive', `file=${disk},format=raw,if=ide`],
  ];
}
