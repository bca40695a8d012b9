import type { Signature } from '../signature.ts';

export const configManagementFailed: Signature = {
  cause: 'config-management-failed',
  class: 'provisioner',
  retryable: false,
  confidence: 0.7,
  place: 'verdict',
  patterns: [
    /[Ee]rror executing Ansible/,
    /Puppet exited with a non-zero exit status/,
    /[Ee]rror executing Puppet/,
    /Chef exited|Salt.*exited with/,
  ],
  remedy: 'Read the task or resource that failed, above the exit status, and correct the role or manifest.',
  action: 'none',
};
