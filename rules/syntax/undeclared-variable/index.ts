import { defineRule, nearTo } from 'packer-hybrid/rules';
import { renamedEnd } from '../_shared/named-end.ts';
import { membersOf } from '../_shared/scoped-expressions.ts';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/undeclared-variable',
  meta: {
    summary: 'A variable is used that no file of the template declares.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.98,
    remedy: 'Declare the variable in this template, or correct its name.',
    example: 'variable "boot_command" {\n  type = list(string)\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: 'No variable "{name}" is declared; "{meant}" was probably meant.',
    unknown: 'No variable "{name}" is declared in this template.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};
    const declared = template.variables.map(({ name }) => name);

    return {
      template() {
        for (const { name, expression, blocks } of membersOf(template, 'var')) {
          if (declared.includes(name) || isCondition(blocks.at(-1)?.type)) continue;
          const meant = nearTo(name, declared);
          if (meant === undefined) report({ at: expression, message: 'unknown', data: { name } });
          else {
            const fix = renamedEnd(expression, meant);
            report({ at: expression, message: 'meant', data: { name, meant }, fix });
          }
        }
      },
    };
  },
});

/** A condition may look at its own variable alone, which is another rule's matter. */
function isCondition(type: string | undefined): boolean {
  return type === 'validation';
}
