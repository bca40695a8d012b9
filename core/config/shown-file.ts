import { relative, sep } from 'node:path';

/** A file as messages name it: from the working directory where it lies below it. */
export function shownFile(file: string): string {
  const inside = relative(process.cwd(), file);
  return inside === '' || inside.startsWith('..') ? file : inside.split(sep).join('/');
}
