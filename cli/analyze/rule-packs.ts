import type { ResolvedConfig } from '../../core/config/index.ts';
import type { InputOwner } from '../../core/language/index.ts';
import type { RulePack } from '../../core/rules/index.ts';
import { builtInRules } from '../../rules/index.ts';
import { withDefaults } from '../pipeline-of.ts';

/** The rules that count here: our own, and those that plugins of the configuration bring. */
export function rulePacksOf({ plugins = [] }: Pick<ResolvedConfig, 'plugins'>): readonly RulePack[] {
  const packs = [builtInRules, ...plugins.flatMap(({ contributes }) => contributes.rulePacks ?? [])];
  return [...new Map(packs.map((pack) => [pack.id, pack])).values()].map(loadedOnce);
}

/** A pack whose rules are asked for again and again without being looked up each time. */
function loadedOnce(pack: RulePack): RulePack {
  const rules = Object.entries(pack.rules).map(([id, load]) => {
    let loaded: ReturnType<typeof load> | undefined;
    const once = () => {
      loaded ??= load();
      return loaded;
    };
    return [id, once] as const;
  });
  return { ...pack, rules: Object.fromEntries(rules) };
}

/** Whose source and provisioner types name local files in which attributes, as all plugins tell. */
export async function inputOwnersOf({ plugins }: ResolvedConfig): Promise<readonly InputOwner[]> {
  const { defaultPlugins } = await import('../../plugins/index.ts');
  return withDefaults(plugins, defaultPlugins()).flatMap(({ contributes }) => [
    ...(contributes.platforms ?? []).map(({ sources, fileAttributes = [] }) => ({
      types: sources,
      fileAttributes,
    })),
    ...(contributes.provisioners ?? []).map(({ types, fileAttributes }) => ({ types, fileAttributes })),
  ]);
}
