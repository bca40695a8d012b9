import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Whether `path` is `root` or lies below it; nothing is written where this says no. Links are not followed. */
export function isInside(root: string, path: string): boolean {
  const way = relative(resolve(root), resolve(root, path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** `path` as it stands in files and messages: relative to `root`, with `/`; a path outside keeps its absolute form. */
export function portablePath(root: string, path: string): string {
  const absolute = resolve(root, path);
  const shown = isInside(root, absolute) ? relative(root, absolute) || '.' : absolute;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}
