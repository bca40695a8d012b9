// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { defineRule, errorsOf } from 'packer-hybrid/rules';

export default defineRule({
  id: 'syntax/variable-default-not-constant',
  meta: {
    summary: 'The default of a variable refers to something, or calls a function other than env().',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.98,
    remedy: 'Move the expression to a local: a default holds constants and env() only.',
    example: 'locals {\n  vm_name = "tpl-${var.os}"\n}',
    recommended: true,
  },
  messages: { error: '{text}' },
  create({ template, report }) {
    return {
      template() {
        for (const { range, message } of errorsOf(template, 'syntax/variable-default-not-constant')) {
          report({ at: range, message: 'error', data: { text: message } });
        }
      },
    };
  },
});
