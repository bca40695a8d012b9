import { HybridError } from '../errors/index.ts';
import type { Plugin } from './plugin.ts';

/** Keeps the order of the list, except where `after` asks for another; missing names and cycles are errors. */
export function orderPlugins(plugins: readonly Plugin[]): readonly Plugin[] {
  const byName = new Map(plugins.map((plugin) => [plugin.name, plugin]));
  const ordered = new Set<Plugin>();

  const place = (plugin: Plugin, path: readonly string[]): void => {
    if (ordered.has(plugin)) return;
    if (path.includes(plugin.name)) {
      throw new HybridError('PH_PLUGIN_ORDER', {
        cycle: [...path.slice(path.indexOf(plugin.name)), plugin.name],
      });
    }
    for (const after of plugin.after) {
      const earlier = byName.get(after);
      if (!earlier)
        throw new HybridError('PH_PLUGIN_AFTER', { plugin: plugin.name, after, known: [...byName.keys()] });
      place(earlier, [...path, plugin.name]);
    }
    ordered.add(plugin);
  };

  for (const plugin of plugins) place(plugin, []);
  return [...ordered];
}
