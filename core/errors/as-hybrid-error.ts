import { HybridError, isHybridError, reasonOf } from './hybrid-error.ts';

/** Any thrown value as an error of the catalogue: what nobody foresaw is a defect, and says so. */
export function asHybridError(cause: unknown): HybridError {
  if (isHybridError(cause)) return cause;
  return new HybridError('PH_INTERNAL_ERROR', { reason: reasonOf(cause) }, { cause });
}
