import type { Invocation } from './invocation.ts';
import { type Style, styleFor } from './style.ts';

/** The style for what a command writes to standard output. */
export function styleOf({ output, env, options }: Pick<Invocation, 'output' | 'env' | 'options'>): Style {
  return styleFor(output.stdout, { env, noColor: options.has('no-color') });
}
