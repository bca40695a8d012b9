import type { Signature } from '../signature.ts';

export const ansibleConnectionFailed: Signature = {
  cause: 'ansible-connection-failed',
  class: 'provisioner',
  retryable: false,
  confidence: 0.84,
  place: 'step',
  patterns: [/UNREACHABLE! =>/, /unreachable=[1-9]/],
  remedy: 'Correct how Ansible reaches the machine through Packer: use_proxy, host key algorithm, user.',
  action: 'none',
};
