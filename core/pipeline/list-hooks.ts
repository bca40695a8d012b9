import type { HookName, PluginRegistry } from '../plugin/index.ts';
import { stagePolicies } from './stage-policies.ts';
import type { HookListing } from './types.ts';

/** Who listens where, in the order of execution. */
export function listHooks({ handlers }: Pick<PluginRegistry, 'handlers'>): readonly HookListing[] {
  const hooks = Object.keys(stagePolicies) as HookName[];
  return hooks.map((hook) => ({
    hook,
    taps: handlers.filter((handler) => handler.hook === hook).map(({ plugin, order }) => ({ plugin, order })),
  }));
}
