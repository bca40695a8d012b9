import {
  compareVersions,
  defineRule,
  type Expression,
  type KnownPlugin,
  knownPlugins,
  parseConstraint,
  parseVersion,
  type TextEdit,
  upperBound,
} from 'packer-hybrid/rules';
import { pessimistic } from '../_shared/pinned.ts';
import { pluginEntries } from '../_shared/plugin-entries.ts';

export default defineRule({
  id: 'architecture/plugin-source-moved',
  meta: {
    summary: 'A plugin is required from an address that gets no new versions any more.',
    severity: 'medium',
    impact: 'unreliable-build',
    recovery: 'simple',
    confidence: 0.85,
    remedy: 'Use the new address, with a version that was released there.',
    example: 'vsphere = {\n  version = "~> 2.0"\n  source  = "github.com/vmware/vsphere"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    moved: 'The plugin "{plugin}" has moved from {old} to {source}, where its newer versions appear.',
    pinned:
      'The plugin "{plugin}" has moved from {old} to {source}; this version is one of the last at the old address.',
  },
  create({ template, report }) {
    return {
      template() {
        for (const { source, sourceExpression, version, versionExpression } of pluginEntries(template)) {
          const plugin = knownPlugins().find(
            ({ aliases }) => source !== undefined && aliases.includes(source),
          );
          if (!plugin || source === undefined || !sourceExpression) continue;
          const isPinned = isOldVersion(plugin, version);
          report({
            at: sourceExpression,
            message: isPinned ? 'pinned' : 'moved',
            ...(isPinned && { severity: 'low' as const }),
            data: { plugin: plugin.name, old: source, source: plugin.source },
            fix: [
              { range: sourceExpression.range, newText: `"${plugin.source}"` },
              ...raised(plugin, version, versionExpression),
            ],
          });
        }
      },
    };
  },
});

/** Plugins that changed hands together with their major version. */
const firstMajor: Readonly<Record<string, number>> = { vsphere: 2, vmware: 2 };

function isOldVersion({ name }: KnownPlugin, version: string | undefined): boolean {
  const last = upperBound(parseConstraint(version ?? '') ?? []);
  const first = firstMajor[name];
  return last !== undefined && first !== undefined && compareVersions(last, [first]) <= 0;
}

/** The new address has none of the versions before the move. */
function raised(
  { name, version: current }: KnownPlugin,
  version: string | undefined,
  expression: Expression | undefined,
): readonly TextEdit[] {
  const first = firstMajor[name];
  const terms = parseConstraint(version ?? '');
  const isEnough = terms?.some(({ numbers }) => first !== undefined && (numbers[0] ?? 0) >= first);
  if (first === undefined || !expression || isEnough) return [];
  const major = parseVersion(current)?.[0] ?? first;
  return [{ range: expression.range, newText: `"${pessimistic(`${major}.0`)}"` }];
}
