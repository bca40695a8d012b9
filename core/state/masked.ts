import type { Secrets } from '../process/secrets.ts';

/** A copy of plain data in which no string holds a secret; names of fields and everything else stay as they are. */
export function masked<T>(value: T, secrets: Pick<Secrets, 'redact'>): T {
  return maskedValue(value, secrets) as T;
}

function maskedValue(value: unknown, secrets: Pick<Secrets, 'redact'>): unknown {
  if (typeof value === 'string') return secrets.redact(value);
  if (Array.isArray(value)) return value.map((item) => maskedValue(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskedValue(item, secrets)]));
}
