import type { Signature } from '../signature.ts';

export const platformPermissionDenied: Signature = {
  cause: 'platform-permission-denied',
  class: 'security',
  retryable: false,
  confidence: 0.93,
  place: 'verdict',
  patterns: [
    /ServerFaultCode: (?:NoPermission|Permission to perform this operation was denied)/,
    /Permission to perform this operation was denied/,
    /403 (?:Permission check failed|Forbidden)/,
    /AuthorizationFailed/,
  ],
  remedy: 'Grant the privilege that is named to the account that builds, on the object that is named.',
  action: 'none',
};
