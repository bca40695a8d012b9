import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A host without memory may have some when others are done. */
export const fault: Fault = {
  name: 'memory-exhausted',
  what: 'the build host has no memory for the guest during the first attempt',
  cause: 'host-memory-exhausted',
  needs: ['guest'],
  packers: 'each',
  quick: true,
  expects: { action: 'retry-backoff', outcome: 'recovered', exitCode: 0, attempts: 2 },
  async inject({ guest, outside }) {
    const qemu = join(outside, 'qemu');
    const isFull = join(outside, 'full');
    await writeFile(isFull, '');
    await writeFile(qemu, limitedQemu(isFull), { mode: 0o755 });
    return {
      files: { 'guest.pkr.hcl': qemuBuild({ guest }, { qemu_binary: qemu }) },
      makes: ['output/guest/'],
      async during({ event }) {
        await event(/"type":"attempt.finished"/);
        await rm(isFull);
      },
    };
  },
};

/** The real QEMU, with less address space than the guest's memory takes as long as that file is there. */
const limitedQemu = (isFull: string) => `#!/bin/sh
[ -e ${isFull} ] && [ "$1" != --version ] && [ "$1" != -version ] && ulimit -v 400000
exec qemu-system-x86_64 "$@"
`;
