import {
  defineRule,
  knownPlugins,
  parseConstraint,
  parseVersion,
  upperBound,
  type VersionTerm,
} from 'packer-hybrid/rules';
import { type PluginEntry, pluginEntries } from '../_shared/plugin-entries.ts';

export default defineRule({
  id: 'architecture/plugin-version-unpinned',
  meta: {
    summary: 'The version constraint of a plugin lets every later version in.',
    severity: 'medium',
    impact: 'unreliable-build',
    recovery: 'trivial',
    confidence: 0.93,
    remedy: 'Give the constraint an upper bound, such as "~> 1.1" or ">= 1.1.2, < 2.0.0".',
    example: 'qemu = {\n  version = ">= 1.0.9, < 2.0.0"\n  source  = "github.com/hashicorp/qemu"\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    open: 'The plugin "{plugin}" may have any version that "{version}" lets in, also the next major one.',
  },
  create({ template, report }) {
    return {
      template() {
        for (const entry of pluginEntries(template)) {
          const { name, version, versionExpression } = entry;
          if (version === undefined || !versionExpression) continue;
          const terms = parseConstraint(version);
          // What Packer cannot read at all has a rule of its own; an empty text counts as no bound.
          if (terms ? upperBound(terms) : !/^(\s*|\*|latest)$/.test(version)) continue;
          const bounded = terms && withBound(entry, terms);
          report({
            at: versionExpression,
            message: 'open',
            data: { plugin: name, version },
            fix: bounded === undefined ? [] : [{ range: versionExpression.range, newText: bounded }],
          });
        }
      },
    };
  },
});

/** Keeps the minimum and adds the next major version, or the one after that which is known to be in use. */
function withBound({ source }: PluginEntry, terms: readonly VersionTerm[]): string | undefined {
  const [only, ...rest] = terms;
  if (!only || rest.length > 0 || only.operator !== '>=') return undefined;
  const plugin = knownPlugins().find(
    (known) => source !== undefined && [known.source, ...known.aliases].includes(source),
  );
  const current = parseVersion(plugin?.version ?? '')?.[0] ?? 0;
  const major = Math.max(only.numbers[0] ?? 0, current);
  return `">= ${only.numbers.join('.')}, < ${major + 1}.0.0"`;
}
