import type { Signature } from '../signature.ts';

export const templateInvalidValue: Signature = {
  cause: 'template-invalid-value',
  class: 'config',
  retryable: false,
  confidence: 0.6,
  place: 'verdict',
  patterns: [
    /^\* .*(?:must be specified|is required|must be one of|must be|invalid )/,
    /^(?:Error: )?(?:Undefined -var variable|Missing required argument|Incorrect attribute value type|Failed preparing)/,
  ],
  remedy: 'Correct the setting that is named.',
  action: 'none',
};
