import type { Signature } from '../signature.ts';

export const templateUnsupportedArgument: Signature = {
  cause: 'template-unsupported-argument',
  class: 'config',
  retryable: false,
  confidence: 0.9,
  place: 'verdict',
  patterns: [
    /^(?:Error: )?Unsupported (?:argument|block type)/,
    /^An argument named ".+" is not expected here/,
  ],
  remedy: 'Correct the spelling, or use the version of Packer or of the plugin that knows this setting.',
  action: 'none',
};
