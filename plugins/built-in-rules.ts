import type { Plugin } from 'packer-hybrid';
import { builtInRules } from '../rules/index.ts';
import { delusions as withoutRules } from './delusions/index.ts';

/**
 * The plugin that runs rules, with the rules of the house as its contribution. It is put together here because plugins and
 * rule packs meet as data only: neither imports the other.
 */
export function delusions(...options: Parameters<typeof withoutRules>): Plugin {
  const plugin = withoutRules(...options);
  const rulePacks = [...(plugin.contributes.rulePacks ?? []), builtInRules];
  const contributes = { value: { ...plugin.contributes, rulePacks }, enumerable: true };
  return Object.create(null, { ...Object.getOwnPropertyDescriptors(plugin), contributes });
}
