import type { Signature } from '../signature.ts';

export const packageManagerLock: Signature = {
  cause: 'package-manager-lock',
  class: 'transient',
  retryable: true,
  confidence: 0.87,
  place: 'step',
  patterns: [
    /Could not get lock \/var\/(?:lib|cache)\/(?:dpkg|apt)/,
    /Unable to (?:acquire the dpkg frontend lock|lock (?:the administration )?directory)/,
    /holding the yum lock/,
    /dnf is (?:already )?(?:locked|running)/,
    /Failed to obtain the transaction lock/,
  ],
  except: [/[Ww]aiting for cache lock/],
  remedy: 'Wait for cloud-init and unattended upgrades to end before the first package is installed.',
  action: 'retry-backoff',
};
