import { HybridError, isHybridError, reasonOf } from '../errors/index.ts';
import { checkPlugins } from './check-plugins.ts';
import { type GatheredContributions, gatherContributions } from './gather-contributions.ts';
import type { EventHandler, HookHandler, HookName } from './hook-map.ts';
import { orderPlugins } from './order.ts';
import type { Order, Plugin, PluginApi } from './plugin.ts';
import { resolveOptions } from './plugin-options.ts';
import { serviceRegistry } from './service-registry.ts';

/** One handler of one plugin for one hook. */
export interface RegisteredHandler<K extends HookName = HookName> {
  readonly plugin: string;
  readonly hook: K;
  readonly order: Order;
  readonly handler: HookHandler<K>;
}

/** Plugins that are set up, with their handlers in the order of execution. */
export interface PluginRegistry extends GatheredContributions {
  readonly plugins: readonly Plugin[];
  readonly handlers: readonly RegisteredHandler[];
  readonly listeners: readonly { readonly plugin: string; readonly listen: EventHandler }[];
  /** A service that some plugin offers. */
  readonly find: PluginApi<unknown>['find'];
}

const bands: readonly Order[] = ['early', 'normal', 'late'];

/** Checks, orders and sets up plugins; whatever is wrong with one is reported in its name before anything runs. */
export async function registerPlugins(candidates: readonly unknown[]): Promise<PluginRegistry> {
  const plugins = orderPlugins(checkPlugins(candidates));
  const contributions = gatherContributions(plugins);
  const services = serviceRegistry();
  const handlers: RegisteredHandler[] = [];
  const listeners: { plugin: string; listen: EventHandler }[] = [];

  for (const plugin of plugins) {
    const on = (hook: string, handler: unknown, { order = 'normal' }: { order?: Order } = {}) => {
      if (hook === 'event') listeners.push({ plugin: plugin.name, listen: handler as EventHandler });
      else
        handlers.push({
          plugin: plugin.name,
          hook: hook as HookName,
          order,
          handler: handler as HookHandler<HookName>,
        });
    };
    const options = await resolveOptions(plugin);
    await setUp(plugin, Object.freeze({ options, on, ...services.doorsFor(plugin.name) }));
  }
  const inBands = handlers.toSorted((a, b) => bands.indexOf(a.order) - bands.indexOf(b.order));
  return { ...contributions, plugins, handlers: inBands, listeners, find: services.doorsFor('core').find };
}

async function setUp(plugin: Plugin, api: PluginApi<unknown>): Promise<void> {
  try {
    await plugin.setup(api);
  } catch (cause) {
    if (isHybridError(cause)) throw cause;
    throw new HybridError(
      'PH_PLUGIN_FAILED',
      { plugin: plugin.name, hook: 'setup', reason: reasonOf(cause) },
      { cause },
    );
  }
}
