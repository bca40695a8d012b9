import { defineRule, errorsOf } from 'packer-hybrid/rules';
import { shellExpansionAt } from '../_shared/shell-expansion.ts';

export default defineRule({
  id: 'syntax/parse-error',
  meta: {
    summary: 'A file cannot be read as HCL or JSON.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.99,
    remedy: 'Correct the text at this place; everything that is whole around it was read.',
    example: 'source "null" "x" {\n  communicator = "none"\n}',
    recommended: true,
  },
  messages: { error: '{text}' },
  create({ template, report }) {
    return {
      template() {
        for (const error of errorsOf(template, 'syntax/parse-error')) {
          if (shellExpansionAt(template, error)) continue;
          report({ at: error.range, message: 'error', data: { text: error.message } });
        }
      },
    };
  },
});
