import {
  defineRule,
  errorsOf,
  isJson,
  type Template,
  type TemplateError,
  type TextEdit,
} from 'packer-hybrid/rules';
import { textIn } from '../_shared/place-at.ts';

export default defineRule({
  id: 'syntax/variable-default-type-mismatch',
  meta: {
    summary: 'The default of a variable, or the value that it is given, does not fit its type.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.97,
    remedy: 'Correct the value, or the type of the variable.',
    example: 'variable "disks" {\n  type    = list(string)\n  default = ["40G"]\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: { error: '{text}' },
  create({ template, report }) {
    return {
      template() {
        for (const error of errorsOf(template, 'syntax/variable-default-type-mismatch')) {
          const fix = inBrackets(template, error);
          report({ at: error.range, message: 'error', data: { text: error.message }, fix });
        }
      },
    };
  },
});

/** A lone string where a list of strings belongs. */
function inBrackets(template: Template, { range }: TemplateError): readonly TextEdit[] {
  const owner = template.blocks.find(
    ({ type, body }) => type === 'variable' && body.attributes.some(({ valueRange }) => valueRange === range),
  );
  const type = owner?.body.attributes.find(({ name }) => name === 'type')?.text.replace(/\s/g, '');
  const text = textIn(template, range);
  const isLone = type === 'list(string)' && /^"(?:[^"\\]|\\.)*"$/.test(text);
  return isLone && !isJson(range) ? [{ range, newText: `[${text}]` }] : [];
}
