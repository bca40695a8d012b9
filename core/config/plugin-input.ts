import type { Plugin } from '../plugin/index.ts';

const brand = Symbol.for('packer-hybrid.plugin');

/** The same plugin with other options; the factory's own object stays as it is. */
export function withInput(plugin: Plugin, input: unknown): Plugin {
  const copy: Plugin = { ...plugin, input, setup: (api) => plugin.setup(api) };
  return Object.defineProperty(copy, brand, { value: true });
}
