import type { Signature } from '../signature.ts';

export const templateSyntaxError: Signature = {
  cause: 'template-syntax-error',
  class: 'config',
  retryable: false,
  confidence: 0.9,
  place: 'verdict',
  patterns: [
    /^(?:Error: )?(?:Argument or block definition required|Invalid (?:expression|character|(?:single-argument )?block definition|reference)|Unclosed configuration block|Missing (?:newline|item separator)|Unknown variable)/,
  ],
  remedy: 'Correct the file at the line that is named.',
  action: 'none',
};
