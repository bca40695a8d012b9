import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** A network that stays away is handed over when the attempts are spent. */
export const fault: Fault = {
  name: 'network-gone',
  what: 'the build host has no network at all',
  cause: 'iso-download-failed',
  needs: ['guest', 'root', 'networks'],
  expects: { action: 'retry-backoff', outcome: 'escalated', exitCode: 2, attempts: 2, lasting: true },
  inject: ({ guest }) => ({
    files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: 'http://mirror.example/disk.raw' } }) },
    within: ['unshare', '-n'],
  }),
};
