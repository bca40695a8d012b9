import type { Signature } from '../signature.ts';

export const tlsUntrustedCa: Signature = {
  cause: 'tls-untrusted-ca',
  class: 'security',
  retryable: false,
  confidence: 0.93,
  place: 'verdict',
  patterns: [/x509: /, /certificate signed by unknown authority/, /tls: failed to verify certificate/],
  remedy:
    'Install the authority that issued the certificate, or correct the host name. Do not turn the check off.',
  action: 'none',
};
