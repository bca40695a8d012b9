import { HybridError } from '../errors/index.ts';
import { isPlugin } from './define-plugin.ts';
import { PLUGIN_API, type Plugin } from './plugin.ts';

/** Refuses what is no plugin, is written for another plugin API, or uses a name twice. */
export function checkPlugins(candidates: readonly unknown[]): readonly Plugin[] {
  const seen = new Map<string, Plugin>();
  for (const [position, candidate] of candidates.entries()) {
    if (!isPlugin(candidate)) {
      throw new HybridError('PH_PLUGIN_INVALID', { found: describe(candidate), position });
    }
    if (candidate.apiVersion !== PLUGIN_API) {
      const { name, apiVersion } = candidate;
      throw new HybridError('PH_PLUGIN_API', { plugin: name, wants: apiVersion, offered: PLUGIN_API });
    }
    const twin = seen.get(candidate.name);
    if (twin && twin !== candidate) throw new HybridError('PH_PLUGIN_DUPLICATE', { plugin: candidate.name });
    seen.set(candidate.name, candidate);
  }
  return [...seen.values()];
}

function describe(value: unknown): string {
  if (typeof value === 'function') return `a function${value.name ? ` (${value.name})` : ''}; was it called?`;
  if (value instanceof Promise) return 'a promise; is an `await` missing?';
  if (value !== null && typeof value === 'object')
    return `an object with ${Object.keys(value).join(', ') || 'no keys'}`;
  return JSON.stringify(value) ?? String(value);
}
