import {
  compareVersions,
  componentNames,
  defineRule,
  indexedComponent,
  isBuiltIn,
  type KnownPlugin,
  nearTo,
  parseConstraint,
  parseVersion,
  pluginOf,
  requiredFor,
  startOf,
  type Template,
  type UsedComponent,
  upperBound,
  usedComponents,
} from 'packer-hybrid/rules';
import { insertPlugins } from './insert-plugins.ts';

export default defineRule({
  id: 'architecture/missing-required-plugin',
  meta: {
    summary: 'A component is used whose plugin no required_plugins block names.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.95,
    remedy: 'Name the plugin in "packer { required_plugins { … } }", so that "packer init" installs it.',
    example:
      'packer {\n  required_plugins {\n    proxmox = {\n      version = "~> 1.2"\n      source  = "github.com/hashicorp/proxmox"\n    }\n  }\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    missing: 'No required_plugins block names what this template uses: {plugins}.',
    unknown:
      'No required_plugins block names a plugin for the {kind} "{type}", and Packer has none built in.',
  },
  create({ template, report }) {
    return {
      template() {
        // Templates of the older form cannot name plugins.
        if (template.files.some(({ syntax }) => syntax === 'legacy-json')) return;
        const lost = usedComponents(template).filter((used) => isLost(template, used));
        const missing = pluginsOf(lost);
        const [first] = lost.filter(({ kind, type }) => pluginOf(kind, type));
        if (first) {
          const plugins = [...missing].map(([{ name }, types]) => `${name} (${[...types].join(', ')})`);
          report({
            at: startOf(first),
            message: 'missing',
            data: { plugins: plugins.join(', ') },
            fix: insertPlugins(
              template,
              [...missing.keys()].filter(({ version }) => version !== ''),
              first,
            ),
          });
        }
        for (const used of lost) if (isUnknown(used)) reportUnknown(used);
      },
    };

    function reportUnknown(used: UsedComponent): void {
      const data = { kind: used.kind === 'datasource' ? 'data source' : used.kind, type: used.type };
      report({ at: startOf(used), message: 'unknown', severity: 'medium', confidence: 0.8, data });
    }
  },
});

function isLost(template: Template, used: UsedComponent): boolean {
  if (isBuiltIn(used.kind, used.type) || requiredFor(template, used) !== undefined) return false;
  // Where the entry is there under another name, that is what is wrong.
  const plugin = pluginOf(used.kind, used.type);
  if (plugin && template.requirements.plugins.some(({ source }) => isSource(plugin, source))) return false;
  return !isBundled(template, used);
}

function isSource({ source, aliases }: KnownPlugin, wanted: string | undefined): boolean {
  return wanted !== undefined && [source, ...aliases].includes(wanted);
}

/** Old versions of Packer bring the plugin along; only a constraint that shuts newer ones out makes that certain. */
function isBundled({ requirements }: Template, { kind, type }: UsedComponent): boolean {
  const last = upperBound(parseConstraint(requirements.version ?? '') ?? []);
  const unbundled = parseVersion(indexedComponent(kind, type)?.unbundledIn ?? '');
  return last !== undefined && unbundled !== undefined && compareVersions(last, unbundled) <= 0;
}

function pluginsOf(lost: readonly UsedComponent[]): ReadonlyMap<KnownPlugin, ReadonlySet<string>> {
  const byName = new Map<string, { plugin: KnownPlugin; types: Set<string> }>();
  for (const { kind, type } of lost) {
    const plugin = pluginOf(kind, type);
    if (!plugin) continue;
    const entry = byName.get(plugin.name) ?? { plugin, types: new Set<string>() };
    entry.types.add(type);
    byName.set(plugin.name, entry);
  }
  return new Map([...byName.values()].map(({ plugin, types }) => [plugin, types]));
}

/** A misspelt type is another matter. */
function isUnknown({ kind, type }: UsedComponent): boolean {
  return !indexedComponent(kind, type) && nearTo(type, componentNames(kind)) === undefined;
}
