import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Template } from 'packer-hybrid/rules';

export interface Search {
  /** Folder in which Packer is thought to be started. */
  readonly cwd: string;
  /** Folders in which it may be started as well, absolute. */
  readonly folders: readonly string[];
  exists(path: string): boolean;
}

/** Whether a path, or the folder of its pattern, is there, from wherever Packer is started: `path.cwd` moves as well. */
export function isThere(path: string, { cwd, folders, exists }: Search): boolean {
  const [fixed = ''] = path.split(/[*?[]/);
  const checked = fixed === path ? path : dirname(`${fixed}x`);
  const inside = isAbsolute(checked) ? relative(cwd, checked) : checked;
  if (exists(resolve(cwd, checked))) return true;
  return !inside.startsWith('..') && folders.some((folder) => exists(resolve(folder, inside)));
}

/** Whether the file that it is made from lies beside it. */
export function isRendered(path: string, search: Search): boolean {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  const ends = ['.tmpl', '.tpl', '.template', '.example', '.sample', '.dist', '.in', '.j2'];
  const sources = [
    ...ends.map((end) => path + end),
    `${stem}_template${extension}`,
    `${stem}.template${extension}`,
  ];
  return sources.some((source) => isThere(source, search));
}

/** The same name in other cases, which a file system without cases would find. */
export function spellings(path: string): readonly string[] {
  const [folder, name] = [dirname(path), basename(path)];
  const others = [name.toLowerCase(), name.replaceAll('-', '_'), name.replaceAll('_', '-')];
  return others.filter((other) => other !== name).map((other) => join(folder, other));
}

/** Without the folder of the template, which everybody knows. */
export function shortPath({ root }: Template, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
