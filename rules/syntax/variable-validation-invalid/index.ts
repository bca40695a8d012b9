import { defineRule, errorsOf, type Template, type TemplateError, type TextEdit } from 'packer-hybrid/rules';
import { textIn } from '../_shared/place-at.ts';

export default defineRule({
  id: 'syntax/variable-validation-invalid',
  meta: {
    summary: 'The validation of a variable is refused by Packer, or refuses the value that the variable has.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.93,
    remedy: 'Let the condition look at its own variable, and write the error message as a sentence.',
    example:
      'validation {\n  condition     = var.cpus > 0\n  error_message = "The number of CPUs must be positive."\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: { error: '{text}' },
  subs: { 'value-refused': 'the value that the variable has does not pass' },
  create({ template, report }) {
    return {
      template() {
        for (const error of errorsOf(template, 'syntax/variable-validation-invalid')) {
          const at = error.range;
          const data = { text: error.message };
          if (error.kind === 'evaluation') report({ at, message: 'error', sub: 'value-refused', data });
          else report({ at, message: 'error', data, fix: asSentence(template, error) });
        }
      },
    };
  },
});

function asSentence(template: Template, { range, kind }: TemplateError): readonly TextEdit[] {
  const [, text = ''] = /^"\s*([^"\\$%]*?)\s*"$/.exec(textIn(template, range)) ?? [];
  if (kind !== 'schema' || text === '') return [];
  const end = /[.?!]$/.test(text) ? '' : '.';
  return [{ range, newText: `"${text.slice(0, 1).toUpperCase()}${text.slice(1)}${end}"` }];
}
