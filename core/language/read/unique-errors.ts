import type { TemplateError } from '../model.ts';

/** Each error once: a loop or several builds meet the same one again and again. */
export function uniqueErrors(errors: readonly TemplateError[]): readonly TemplateError[] {
  const seen = new Set<string>();
  return errors.filter(({ kind, message, range }) => {
    const key = `${range.file}:${range.start.offset}:${kind === 'syntax' ? message : ''}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
