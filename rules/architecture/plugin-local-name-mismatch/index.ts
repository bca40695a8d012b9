import {
  defineRule,
  hasPrefix,
  type KnownPlugin,
  knownPlugins,
  nameRange,
  pluginOf,
  type UsedComponent,
  usedComponents,
} from 'packer-hybrid/rules';
import { pluginEntries } from '../_shared/plugin-entries.ts';

export default defineRule({
  id: 'architecture/plugin-local-name-mismatch',
  meta: {
    summary: 'A plugin is required under a name that its components in the template do not begin with.',
    severity: 'high',
    impact: 'unreliable-build',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: "Call the entry by the plugin's own name.",
    example: 'azure = {\n  version = "~> 2.3"\n  source  = "github.com/hashicorp/azure"\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    name: 'Packer knows the components of this plugin as "{name}…", and the template uses {types}: the entry must be called "{plugin}".',
  },
  create({ template, report }) {
    return {
      template() {
        const used = usedComponents(template);
        const entries = pluginEntries(template);
        for (const { name, source, attribute } of entries) {
          const plugin = knownPlugins().find((known) => isSource(known, source));
          if (!plugin || plugin.name === name || used.some(({ type }) => hasPrefix(type, name))) continue;
          if (entries.some((entry) => entry.name === plugin.name)) continue;
          const types = typesOf(used, plugin);
          if (types.length === 0) continue;
          const at = nameRange(attribute);
          const data = { name, types: types.join(', '), plugin: plugin.name };
          report({ at, message: 'name', data, fix: [{ range: at, newText: plugin.name }] });
        }
      },
    };
  },
});

function isSource({ source, aliases }: KnownPlugin, wanted: string | undefined): boolean {
  return wanted !== undefined && [source, ...aliases].includes(wanted);
}

function typesOf(used: readonly UsedComponent[], { name }: KnownPlugin): readonly string[] {
  const types = used.filter(({ kind, type }) => pluginOf(kind, type)?.name === name).map(({ type }) => type);
  return [...new Set(types)];
}
