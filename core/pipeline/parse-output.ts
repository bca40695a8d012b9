import { inspect } from 'node:util';
import type * as z from 'zod';
import { HybridError } from '../errors/index.ts';

/** Checks what a plugin handed over, and blames it by name with its value when it is unusable. */
export function parseOutput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  { plugin, hook }: { readonly plugin: string; readonly hook: string },
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problem = result.error.issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');
  const shown = inspect(value, { depth: 2, breakLength: Number.POSITIVE_INFINITY, maxStringLength: 200 });
  throw new HybridError('PH_PLUGIN_OUTPUT', { plugin, hook, value: shown.slice(0, 500), problem });
}
