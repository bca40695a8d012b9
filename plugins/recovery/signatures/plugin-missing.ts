import type { Signature } from '../signature.ts';

export const pluginMissing: Signature = {
  cause: 'plugin-missing',
  class: 'toolchain',
  retryable: false,
  confidence: 0.92,
  place: 'verdict',
  patterns: [
    /^Error: Missing plugins/,
    /^Missing plugins/,
    /Unknown (?:builder|source|provisioner|post-processor|data ?source) type /,
    /is unknown by Packer, and is likely part of a plugin that is not installed/,
  ],
  remedy: 'Run `packer init` for the template, or `packer plugins install` for a JSON template.',
  action: 'init-plugins',
};
