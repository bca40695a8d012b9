import { closestTo, HybridError } from '../errors/index.ts';
import { isPlainObject } from './setting-path.ts';

/** The environment that holds when nobody chooses one; it always exists. */
export const defaultEnvironment = 'default';

/** The environment that was asked for, by option or by variable. */
export function wantedEnvironment(option: string | undefined, variable: string | undefined): string {
  return option || variable || defaultEnvironment;
}

/** Names of all environments; `default` is first. */
export function environmentNames(document: unknown): readonly string[] {
  const environments = isPlainObject(document) ? document.environments : undefined;
  const names = isPlainObject(environments) ? Object.keys(environments) : [];
  return [...new Set([defaultEnvironment, ...names])];
}

export function requireEnvironment(environment: string, known: readonly string[]): void {
  if (known.includes(environment)) return;
  const didYouMean = closestTo(environment, known);
  throw new HybridError('PH_CONFIG_ENVIRONMENT', { environment, known, didYouMean });
}
