import {
  attributeOf,
  type ComponentView,
  defineRule,
  type Expression,
  isJson,
  nearTo,
} from 'packer-hybrid/rules';
import { blockOf, namesAllSources } from '../_shared/listed-sources.ts';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/override-unknown-source',
  meta: {
    summary: 'The override of a provisioner names none of the sources of its build.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Use the name of the source as the key, without its type.',
    example: 'override = {\n  ubuntu = { inline = ["true"] }\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant:
      'No source of this build is named "{key}", and Packer ignores the override; "{meant}" was probably meant.',
    unknown:
      'No source of this build is named "{key}", and Packer ignores the override. Its sources: {known}.',
    object: 'The override of "{key}" must be an object of attributes.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};

    function namesOf({ build }: ComponentView): readonly string[] {
      const block = blockOf(template, build);
      const own = build.sources.flatMap(({ name, alias }) => [alias, name]);
      const all = block && namesAllSources(block) ? [] : template.sources.map(({ name }) => name);
      return [...new Set([...own, ...all])];
    }

    return {
      provisioner(view) {
        const override = attributeOf(view.component.body, 'override')?.expression;
        const names = namesOf(view);
        if (override?.kind !== 'object' || names.length === 0) return;
        for (const { key: at, value } of override.entries) {
          if (at.kind !== 'literal' || typeof at.value !== 'string') continue;
          const key = at.value;
          if (isNoObject(value))
            report({ at: value, message: 'object', severity: 'critical', data: { key } });
          if (names.includes(key)) continue;
          const meant = meantBy(key, names);
          if (meant === undefined) {
            report({ at, message: 'unknown', data: { key, known: names.join(', ') } });
          } else {
            const fix = isJson(at.range) ? [] : [{ range: at.range, newText: `"${meant}"` }];
            report({ at, message: 'meant', data: { key, meant }, fix });
          }
        }
      },
    };
  },
});

function meantBy(key: string, names: readonly string[]): string | undefined {
  const last = key.slice(key.lastIndexOf('.') + 1);
  return names.includes(last) ? last : nearTo(key, names);
}

function isNoObject({ kind }: Expression): boolean {
  return kind === 'literal' || kind === 'list' || kind === 'template';
}
