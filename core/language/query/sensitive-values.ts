import type { Template } from '../model.ts';
import type { Json } from '../value.ts';

/** The texts of sensitive variables and locals, as far as they are known: what may never be shown. */
export function sensitiveValues(template: Template): readonly string[] {
  const values = [...template.variables, ...template.locals].flatMap(({ value }) =>
    value.state === 'sensitive' ? leaves(value.value) : [],
  );
  return [...new Set(values)].filter((text) => text !== '');
}

/** A sensitive number is a secret as well: a PIN shows up as digits. */
function leaves(value: Json): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner: Json) => leaves(inner));
}
