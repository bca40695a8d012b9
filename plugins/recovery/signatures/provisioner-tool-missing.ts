import type { Signature } from '../signature.ts';

export const provisionerToolMissing: Signature = {
  cause: 'provisioner-tool-missing',
  class: 'toolchain',
  retryable: false,
  confidence: 0.9,
  place: 'step',
  patterns: [
    /exec: "(?:ansible[\w-]*|puppet)": executable file not found/,
    /(?:puppet|ansible-playbook): (?:command )?not found/,
  ],
  remedy:
    'Install it where that provisioner runs, this machine or the guest, or give the path of the command.',
  action: 'none',
};
