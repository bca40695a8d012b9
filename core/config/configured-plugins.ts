import type { ConfigProblem } from '../errors/index.ts';
import { isPlugin, type Plugin } from '../plugin/index.ts';
import { shownValue } from './config-problems.ts';

function fixFor(value: unknown, path: string): string {
  if (typeof value === 'function') {
    return `Call it: ${value.name || 'plugin'}(), with its options if it has any.`;
  }
  if (typeof value === 'string') {
    return 'JSON and YAML cannot name plugins; write the configuration as packer-hybrid.config.ts.';
  }
  return `Set ${path} to what a plugin's factory returns, such as qemu() from "packer-hybrid/plugins".`;
}

/** A plugin with its place in the list. */
export interface ConfiguredPlugin {
  readonly plugin: Plugin;
  readonly index: number;
}

/** The plugins of a configuration, without falsy entries; undefined when it names none at all. */
export function configuredPlugins(entries: readonly unknown[] | undefined): {
  readonly plugins: readonly ConfiguredPlugin[] | undefined;
  readonly problems: readonly ConfigProblem[];
} {
  const plugins: ConfiguredPlugin[] = [];
  const problems: ConfigProblem[] = [];
  for (const [index, entry] of (entries ?? []).entries()) {
    const path = `plugins[${index}]`;
    if (isPlugin(entry)) plugins.push({ plugin: entry, index });
    else if (entry) {
      const value = shownValue(entry, [path], (text) => text);
      problems.push({ path, message: 'is not a plugin', value, fix: fixFor(entry, path) });
    }
  }
  return { plugins: entries === undefined ? undefined : plugins, problems };
}
