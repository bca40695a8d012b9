import { defineRule, nearTo, type Template } from 'packer-hybrid/rules';
import { renamedEnd } from '../_shared/named-end.ts';
import { membersOf, usesIn } from '../_shared/scoped-expressions.ts';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/undeclared-local',
  meta: {
    summary: 'A local or a data source is used that no file of the template declares.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.98,
    remedy: 'Declare the local or the data source in this template, or correct its name.',
    example: 'locals {\n  build_date = formatdate("YYYYMMDD", timestamp())\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: 'No {what} "{name}" is declared; "{meant}" was probably meant.',
    unknown: 'No {what} "{name}" is declared in this template.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};

    return {
      template() {
        for (const { expression, name, what, known } of [...localsUsed(template), ...dataUsed(template)]) {
          if (known.includes(name)) continue;
          const meant = nearTo(name, known);
          if (meant === undefined) report({ at: expression, message: 'unknown', data: { what, name } });
          else {
            const fix = what === 'local' ? renamedEnd(expression, meant) : [];
            report({ at: expression, message: 'meant', data: { what, name, meant }, fix });
          }
        }
      },
    };
  },
});

function localsUsed(template: Template) {
  const known = template.locals.map(({ name }) => name);
  return membersOf(template, 'local').map(({ expression, name }) => ({
    expression,
    name,
    what: 'local',
    known,
  }));
}

/** `data.type.name`, with both names. */
function dataUsed(template: Template) {
  const known = template.dataSources.map(({ type, name }) => `${type}.${name}`);
  return usesIn(template).flatMap(({ expression, binds }) => {
    if (expression.kind !== 'attribute' || expression.target.kind !== 'attribute') return [];
    const { target, name: type } = expression.target;
    if (target.kind !== 'name' || target.name !== 'data' || binds('data')) return [];
    return [{ expression, name: `${type}.${expression.name}`, what: 'data source', known }];
  });
}
