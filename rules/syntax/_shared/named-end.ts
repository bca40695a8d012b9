import { type Expression, isJson, type TextEdit } from 'packer-hybrid/rules';

/** Replaces the last name of `root.name`; inside a string of JSON the place of a reference is not known. */
export function renamedEnd(
  { name, range }: Expression & { readonly kind: 'attribute' },
  newText: string,
): readonly TextEdit[] {
  if (isJson(range)) return [];
  const { column, offset, line } = range.end;
  const start = { line, column: column - name.length, offset: offset - name.length };
  return [{ range: { ...range, start }, newText }];
}
