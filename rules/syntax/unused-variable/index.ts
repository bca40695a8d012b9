import { defineRule, startOf, type Variable } from 'packer-hybrid/rules';
import { isWholeTemplate } from '../_shared/declared-blocks.ts';
import { variablesUsed } from '../_shared/variables-used.ts';

export default defineRule({
  id: 'syntax/unused-variable',
  meta: {
    summary: 'A variable is declared and nothing uses it.',
    severity: 'medium',
    impact: 'hard-to-maintain',
    recovery: 'simple',
    confidence: 0.93,
    remedy: 'Use the variable where its value is written out, or delete it together with its values.',
    example:
      'variable "disk_size" {\n  default = "40G"\n}\nsource "qemu" "x" {\n  disk_size = var.disk_size\n}',
    recommended: true,
  },
  messages: {
    one: 'Nothing uses the variable "{name}": whoever sets it changes nothing.',
    fixed:
      'Nothing uses the variable "{name}", and "{name}" of {source} is written out: whoever sets it changes nothing.',
    many: 'Nothing uses {count} variables of this file: {names}.',
  },
  create({ template, report }) {
    return {
      template() {
        const used = isWholeTemplate(template) ? variablesUsed(template) : undefined;
        if (!used) return;
        // A variable without default that nobody uses has a rule of its own.
        const unused = template.variables.filter(
          ({ name, hasDefault, value }) => !used.has(name) && (hasDefault || value.state !== 'unknown'),
        );
        for (const group of byFile(unused)) {
          const [first] = group;
          if (first && group.length > mostSingle) {
            const data = { count: group.length, names: group.map(({ name }) => name).join(', ') };
            report({ at: startOf(first), message: 'many', data });
          } else for (const variable of group) reportOne(variable);
        }
      },
    };

    function reportOne(variable: Variable): void {
      const { name } = variable;
      const owner = template.sources.find(({ body }) =>
        body.attributes.some(
          (attribute) => attribute.name === name && attribute.expression.kind === 'literal',
        ),
      );
      const at = startOf(variable);
      if (!owner) report({ at, message: 'one', data: { name } });
      else report({ at, message: 'fixed', data: { name, source: `${owner.type}.${owner.name}` } });
    }
  },
});

/** Files that many templates share would fill pages otherwise. */
const mostSingle = 5;

function byFile(variables: readonly Variable[]): readonly (readonly Variable[])[] {
  const files = [...new Set(variables.map(({ range }) => range.file))];
  return files.map((file) => variables.filter(({ range }) => range.file === file));
}
