import { attributeOf, defineRule, startOf } from 'packer-hybrid/rules';
import { isWholeTemplate } from '../_shared/declared-blocks.ts';
import { variablesUsed } from '../_shared/variables-used.ts';

export default defineRule({
  id: 'syntax/required-variable-without-value',
  meta: {
    summary: 'A variable that nothing uses has no default, and Packer asks for its value all the same.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Delete the variable, or give it a default.',
    example: 'variable "note" {\n  type    = string\n  default = null\n}',
    recommended: true,
    needsWholeTemplate: true,
  },
  messages: {
    unset: 'Nothing uses the variable "{name}", yet Packer builds nothing until somebody gives it a value.',
  },
  create({ template, report }) {
    return {
      template() {
        const used = isWholeTemplate(template) ? variablesUsed(template) : undefined;
        if (!used) return;
        const given = (name: string) => template.variableFiles.some(({ body }) => attributeOf(body, name));
        for (const variable of template.variables) {
          const { name, hasDefault, value } = variable;
          if (hasDefault || used.has(name) || value.state !== 'unknown' || given(name)) continue;
          report({ at: startOf(variable), message: 'unset', data: { name } });
        }
      },
    };
  },
});
