import type { Edit } from '../../schema/index.ts';

/** Whether two edits change the same place; two insertions at one place do, for nobody knows their order. */
export function overlap(a: Edit, b: Edit): boolean {
  if (a.range.file !== b.range.file) return false;
  const [from, to] = [a.range.start.offset, a.range.end.offset];
  const [start, end] = [b.range.start.offset, b.range.end.offset];
  if (from === start) return from === to || start === end || to > start;
  return from < end && start < to;
}

/** Whether two edits say the same: findings may agree on a correction. */
export function isSameEdit(a: Edit, b: Edit): boolean {
  return (
    a.range.file === b.range.file &&
    a.range.start.offset === b.range.start.offset &&
    a.range.end.offset === b.range.end.offset &&
    a.new_text === b.new_text
  );
}
