import type { Masker } from './create-masker.ts';
import { secretName } from './secret-shapes.ts';

/** A copy of plain data with every text masked, and every text whose field is named like a secret masked as a whole. */
export function maskData<T>(value: T, masker: Masker): T {
  return masked(value, masker) as T;
}

function masked(value: unknown, masker: Masker): unknown {
  if (typeof value === 'string') return masker.text(value);
  if (Array.isArray(value)) return value.map((item) => masked(item, masker));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isSecret = typeof item === 'string' && item !== '' && secretName.test(key);
      return [key, isSecret ? '***' : masked(item, masker)];
    }),
  );
}
