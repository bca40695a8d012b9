import type { Comment } from '../../model.ts';
import type { SourceText } from '../../syntax/source-text.ts';
import { scanComments } from './scan.ts';

/** The comments of an HCL file, in its order. */
export function commentsOf(source: SourceText): readonly Comment[] {
  return scanComments(source.text).map(({ start, end }) => ({
    text: withoutSigns(source.text.slice(start, end)),
    range: source.range(start, end),
  }));
}

function withoutSigns(comment: string): string {
  if (comment.startsWith('#')) return comment.slice(1).trim();
  const inner = comment.slice(2);
  return (comment.startsWith('/*') && inner.endsWith('*/') ? inner.slice(0, -2) : inner).trim();
}
