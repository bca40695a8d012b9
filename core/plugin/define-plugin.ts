import type { Contributions } from './contributions.ts';
import type { Plugin, PluginApi } from './plugin.ts';
import type { InputOf, OutputOf, StandardSchema } from './standard-schema.ts';

const brand = Symbol.for('packer-hybrid.plugin');

interface PluginSpec<Options> {
  readonly name: string;
  readonly apiVersion: number;
  /** Names of plugins that come first, in every hook. */
  readonly after?: readonly string[];
  readonly contributes?: Contributions;
  setup?(api: PluginApi<Options>): void | Promise<void>;
}

type Values<T> = { readonly [K in keyof T]: T[K] | EnvironmentReference };
/** A value that is read from the environment when the configuration is loaded, and masked everywhere. */
export interface EnvironmentReference {
  readonly $env: string;
  readonly $default?: string | undefined;
}

/** Turns a description into the factory that users call in their configuration: `proxmox({ url: '…' })`. */
export function definePlugin<Schema extends StandardSchema>(
  spec: PluginSpec<OutputOf<Schema>> & { readonly options: Schema },
): (input?: Values<InputOf<Schema>>) => Plugin;
export function definePlugin(spec: PluginSpec<undefined>): () => Plugin;
export function definePlugin(spec: PluginSpec<never> & { readonly options?: StandardSchema }) {
  return (input?: unknown): Plugin => {
    const plugin: Plugin = {
      name: spec.name,
      apiVersion: spec.apiVersion,
      after: spec.after ?? [],
      contributes: spec.contributes ?? {},
      schema: spec.options,
      input,
      setup: (api) => spec.setup?.(api as PluginApi<never>),
    };
    return Object.defineProperty(plugin, brand, { value: true });
  };
}

/** Whether a value came out of `definePlugin`, of this or another installed copy. */
export function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && brand in value;
}
