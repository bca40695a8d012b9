import { relative, sep } from 'node:path';

/** A path as reports show it: relative to the workspace root, with `/`, `.` for the root itself. */
export function relativePath(root: string, absolutePath: string): string {
  return relative(root, absolutePath).split(sep).join('/') || '.';
}
