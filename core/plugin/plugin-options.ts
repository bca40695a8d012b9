import { HybridError } from '../errors/index.ts';
import type { Plugin } from './plugin.ts';
import type { SchemaIssue } from './standard-schema.ts';

/** Checks a plugin's options against its own schema, and gives them with their defaults. */
export async function resolveOptions(plugin: Plugin): Promise<unknown> {
  if (!plugin.schema) return undefined;
  const result = await plugin.schema['~standard'].validate(plugin.input ?? {});
  if (!result.issues) return result.value;
  throw new HybridError('PH_PLUGIN_OPTIONS', { plugin: plugin.name, problems: result.issues.map(sentence) });
}

function sentence({ path, message }: SchemaIssue): string {
  const keys = (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  return keys.length > 0 ? `${keys.join('.')}: ${message}` : message;
}
