import type { Signature } from '../signature.ts';

export const apiConnectionFailed: Signature = {
  cause: 'api-connection-failed',
  class: 'transient',
  retryable: true,
  confidence: 0.78,
  place: 'verdict',
  patterns: [
    /connect(?:ion)?: (?:connection refused|no route to host|network is unreachable|connection timed out)/,
    /connection (?:refused|reset by peer)/,
    /dial tcp .*(?:i\/o timeout|no such host|server misbehaving)/,
    /lookup .*: (?:no such host|Temporary failure in name resolution|i\/o timeout)/,
    /TLS handshake timeout/,
    /\b50[234] (?:Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out)/,
    /(?:Get|Post|Put) "[^"]+": (?:EOF|unexpected EOF|context deadline exceeded|net\/http: request canceled)/,
  ],
  remedy:
    'Check that the service answers from this machine: address, proxy, firewall. Before building again look for a machine that the build left behind.',
  action: 'retry-backoff',
};
