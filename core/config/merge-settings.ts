import type { Settings } from '../plugin/index.ts';
import type { EnvironmentOverlay } from './schema.ts';
import { isPlainObject } from './setting-path.ts';

type Layer = Pick<
  EnvironmentOverlay,
  'rules' | 'concurrency' | 'retry' | 'recovery' | 'policy' | 'toolchain'
>;

/** Later wins, value by value; lists are values of their own. */
function merged(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isPlainObject(below) || !isPlainObject(above)) return above;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  return Object.fromEntries(keys.map((key) => [key, merged(below[key], above[key])]));
}

/** The defaults with one layer after the other laid over them; templates are merged apart. */
export function mergeSettings(defaults: Settings, layers: readonly Layer[]): Settings {
  let settings: unknown = defaults;
  for (const { rules, concurrency, retry, recovery, policy, toolchain } of layers) {
    settings = merged(settings, { rules, concurrency, retry, recovery, policy, toolchain });
  }
  // The layers have passed the schema, so the merged whole has the shape of the defaults.
  return settings as Settings;
}
