import type { Contributions } from './contributions.ts';
import type { EventHandler, HookHandler, HookName } from './hook-map.ts';
import type { PluginServices, ServiceName } from './services.ts';
import type { StandardSchema } from './standard-schema.ts';

/** The version of the plugin contract: one whole number, raised when a plugin written for the old one could break. */
export const PLUGIN_API = 1;

/** Three bands; inside a band plugins keep the order of the list, moved only by `after`. */
export type Order = 'early' | 'normal' | 'late';

/** The only object that a plugin's `setup` receives: it can listen and offer, it cannot fire hooks. */
export interface PluginApi<Options> {
  readonly options: Options;
  on<K extends HookName>(hook: K, handler: HookHandler<K>, settings?: { readonly order?: Order }): void;
  on(hook: 'event', handler: EventHandler): void;
  /** Offers a service to other plugins. */
  provide<K extends ServiceName>(name: K, service: PluginServices[K]): void;
  /** A service of another plugin; throws PH_SERVICE_MISSING. Call it inside a handler, when every plugin is set up. */
  use<K extends ServiceName>(name: K): PluginServices[K];
  /** The same, or undefined when nobody offers it. */
  find<K extends ServiceName>(name: K): PluginServices[K] | undefined;
}

/** A configured plugin, as it stands in `plugins: [ … ]`. */
export interface Plugin {
  readonly name: string;
  readonly apiVersion: number;
  readonly after: readonly string[];
  readonly contributes: Contributions;
  readonly schema: StandardSchema | undefined;
  readonly input: unknown;
  setup(api: PluginApi<unknown>): void | Promise<void>;
}
