import type { Signature } from '../signature.ts';

export const hypervisorLaunchFailed: Signature = {
  cause: 'hypervisor-launch-failed',
  class: 'infrastructure',
  retryable: false,
  confidence: 0.7,
  place: 'verdict',
  patterns: [/[Ee]rror launching VM/, /Qemu failed to start/],
  remedy: 'Read what the hypervisor says in the Packer log, and correct the argument that it refuses.',
  action: 'none',
};
