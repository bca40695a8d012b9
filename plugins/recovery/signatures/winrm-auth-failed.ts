import type { Signature } from '../signature.ts';

export const winrmAuthFailed: Signature = {
  cause: 'winrm-auth-failed',
  class: 'security',
  retryable: false,
  confidence: 0.95,
  place: 'verdict',
  patterns: [/http response error: 401/, /winrm.*(?:401|unauthorized)/],
  remedy:
    'Correct winrm_username and winrm_password, or allow that account the way of logging in that is in use.',
  action: 'none',
};
