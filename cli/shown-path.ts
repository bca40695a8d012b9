import { isAbsolute, relative, resolve } from 'node:path';

/** A path as people can use it where they are: relative to their folder, with `/`. */
export function shownPath(path: string, cwd: string, base: string = cwd): string {
  const absolute = isAbsolute(path) ? path : resolve(base, path);
  return relative(cwd, absolute).replaceAll('\\', '/') || '.';
}
