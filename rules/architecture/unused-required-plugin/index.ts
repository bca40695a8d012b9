import {
  defineRule,
  hasPrefix,
  isJson,
  nameRange,
  pluginOf,
  removalOf,
  usedComponents,
} from 'packer-hybrid/rules';
import { pluginEntries } from '../_shared/plugin-entries.ts';

export default defineRule({
  id: 'architecture/unused-required-plugin',
  meta: {
    summary: 'A plugin is required that no component of the template comes from.',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.88,
    remedy: 'Remove the entry, or bring the component back that it was for.',
    example: 'packer {\n  required_plugins {}\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    unused:
      'Nothing in this template comes from the plugin "{plugin}", which "packer init" installs all the same.',
  },
  create({ template, report }) {
    return {
      template() {
        // Directories that only hold plugins serve templates elsewhere.
        if (template.builds.length === 0) return;
        const used = usedComponents(template);
        for (const { name, attribute } of pluginEntries(template)) {
          // A component under the plugin's own name is a matter of the entry's name.
          const isUsed = used.some(
            ({ kind, type }) => hasPrefix(type, name) || pluginOf(kind, type)?.name === name,
          );
          const isMisnamed = used.some(({ kind, type }) =>
            isFrom(pluginOf(kind, type)?.source, attribute.text),
          );
          if (isUsed || isMisnamed) continue;
          report({
            at: nameRange(attribute),
            message: 'unused',
            data: { plugin: name },
            fix: isJson(attribute.range) ? [] : [removalOf(template, attribute)],
          });
        }
      },
    };
  },
});

function isFrom(source: string | undefined, text: string): boolean {
  return source !== undefined && text.includes(`"${source}"`);
}
