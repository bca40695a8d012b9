import type { Signature } from '../signature.ts';

export const pluginCrash: Signature = {
  cause: 'plugin-crash',
  class: 'toolchain',
  retryable: false,
  confidence: 0.97,
  place: 'anywhere',
  patterns: [
    /^panic: (?:runtime error|.+ \[recovered\])/,
    /!+ PACKER CRASH !+/,
    /^Plugin (?:crashed|did not respond)/,
    /PLUGIN CRASHED/,
  ],
  remedy:
    'Keep crash.log, and upgrade Packer and the plugin that is named in it to releases that go together.',
  action: 'none',
};
