import { HybridError } from '../errors/index.ts';
import type { PluginApi } from './plugin.ts';
import type { PluginServices, ServiceName } from './services.ts';

type Doors = Pick<PluginApi<unknown>, 'provide' | 'use' | 'find'>;

/** Holds what plugins offer each other; `doorsFor` gives one plugin its own way in. */
export function serviceRegistry(): { doorsFor(plugin: string): Doors } {
  const services = new Map<string, { readonly owner: string; readonly service: unknown }>();

  return {
    doorsFor: (plugin) => {
      const find = <K extends ServiceName>(name: K) =>
        services.get(name)?.service as PluginServices[K] | undefined;
      return {
        find,
        use(name) {
          const service = find(name);
          if (service === undefined) {
            throw new HybridError('PH_SERVICE_MISSING', {
              service: name,
              plugin,
              known: [...services.keys()],
            });
          }
          return service;
        },
        provide(name, service) {
          const taken = services.get(name);
          if (taken) throw new HybridError('PH_SERVICE_TAKEN', { service: name, plugin, owner: taken.owner });
          services.set(name, { owner: plugin, service });
        },
      };
    },
  };
}
