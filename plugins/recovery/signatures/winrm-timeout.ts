import type { Signature } from '../signature.ts';

export const winrmTimeout: Signature = {
  cause: 'winrm-timeout',
  class: 'guest',
  retryable: true,
  confidence: 0.55,
  place: 'verdict',
  patterns: [/Timeout waiting for WinRM/],
  remedy:
    'Check the unattended installation, the WinRM listener, its port and the firewall; then raise winrm_timeout.',
  action: 'increase-timeout',
};
