import type { Signature } from '../signature.ts';

export const platformObjectNotFound: Signature = {
  cause: 'platform-object-not-found',
  class: 'config',
  retryable: false,
  confidence: 0.82,
  place: 'verdict',
  patterns: [
    /(?:vm|virtual machine|datastore|network|folder|cluster|host|resource pool|datacenter|template|snapshot) '?[^' ]+'? not found/,
    /ResourceGroupNotFound|ImageNotFound|ResourceNotFound/,
    /error finding (?:virtual machine|datastore|network|host|folder)/,
  ],
  remedy:
    'Correct the name or the place of the object that is named; the account must also be allowed to see it.',
  action: 'none',
};
