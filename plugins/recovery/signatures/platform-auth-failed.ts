import type { Signature } from '../signature.ts';

export const platformAuthFailed: Signature = {
  cause: 'platform-auth-failed',
  class: 'security',
  retryable: false,
  confidence: 0.94,
  place: 'verdict',
  patterns: [
    /ServerFaultCode: Login failure/,
    /Cannot complete login due to an incorrect user name or password/,
    /401 (?:no ticket|authentication failure|invalid token|Unauthorized)/,
    /AADSTS\d+/,
    /invalid_client/,
  ],
  remedy:
    'Renew or correct the secret or token of the platform. The same one is not tried again: accounts get locked.',
  action: 'refresh-credentials',
};
