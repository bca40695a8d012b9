import type { EnvironmentReference } from '../plugin/index.ts';

/**
 * A value that is read from the environment when the configuration is loaded, and masked wherever it shows up.
 * Without a default the variable has to be set.
 */
export function env(name: string, fallback?: string): EnvironmentReference {
  return fallback === undefined ? { $env: name } : { $env: name, $default: fallback };
}

/** Whether a value refers to the environment; JSON and YAML write it as `{ "$env": "NAME" }`. */
export function isEnvironmentReference(value: unknown): value is EnvironmentReference {
  return typeof value === 'object' && value !== null && '$env' in value && typeof value.$env === 'string';
}
