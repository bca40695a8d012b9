// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { defineRule, isJson, nearTo, type Template } from 'packer-hybrid/rules';
import { renamedEnd } from '../_shared/named-end.ts';
import { membersOf } from '../_shared/scoped-expressions.ts';
import { isForShell, packerRoots, unknownNames } from '../_shared/unknown-names.ts';
import { isLegacy } from '../_shared/whole-files.ts';
import { foreignRoots, membersOfRoots } from './roots.ts';

export default defineRule({
  id: 'syntax/unknown-reference-root',
  meta: {
    summary:
      'A reference begins with a name that Packer does not have, or asks one of its objects for what it lacks.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.95,
    remedy:
      'Refer to what the template declares (var, local, data) or to what Packer offers (path, packer, source, build).',
    example: 'provisioner "shell" {\n  script = "${path.root}/scripts/setup.sh"\n}',
    recommended: true,
    fixable: 'suggested',
    needsWholeTemplate: true,
  },
  messages: {
    member: '{root}.{name} does not exist: there is {known}.',
    foreign: '"{name}" is not Packer’s: {better}.',
    meant: 'There is nothing named "{name}"; "{meant}" was probably meant.',
    unknown:
      'There is nothing named "{name}": a variable is var.{name}, a local local.{name}, and text stands in quotation marks.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};

    return {
      template() {
        for (const { root, name, known, expression } of wrongMembers(template)) {
          const fix = name === 'module' ? renamedEnd(expression, 'root') : [];
          report({ at: expression, message: 'member', data: { root, name, known: known.join(', ') }, fix });
        }
        for (const use of unknownNames(template)) {
          if (isForShell(use) || use.attribute.name === 'type') continue;
          const { name, range } = use.expression;
          const better = use.parent?.kind === 'attribute' ? foreignRoots.get(name) : undefined;
          const meant = nearTo(name, [...packerRoots], 1);
          if (better !== undefined) report({ at: range, message: 'foreign', data: { name, better } });
          else if (meant !== undefined && use.parent?.kind === 'attribute') {
            const fix = isJson(range) ? [] : [{ range, newText: meant }];
            report({ at: range, message: 'meant', data: { name, meant }, fix });
          } else report({ at: range, message: 'unknown', data: { name } });
        }
      },
    };
  },
});

function wrongMembers(template: Template) {
  return Object.entries(membersOfRoots).flatMap(([root, known]) =>
    membersOf(template, root)
      .filter(({ name }) => !known.includes(name))
      // `source.null.x` is the name of a source, as the list of a build takes it.
      .filter(({ parent }) => root !== 'source' || parent?.kind !== 'attribute')
      .map(({ name, expression }) => ({
        root,
        name,
        known: known.map((one) => `${root}.${one}`),
        expression,
      })),
  );
}
