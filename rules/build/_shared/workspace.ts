import { dirname, isAbsolute, relative, resolve } from 'node:path';
import type { NamedFile, Template } from 'packer-hybrid/rules';

/** The folder that no rule looks out of, absolute. */
export function workspaceRoot({ files, root }: Template): string {
  const [file] = files;
  return file ? resolve(file.absolutePath.slice(0, -file.path.length)) : root;
}

export function isInWorkspace(template: Template, path: string): boolean {
  const from = relative(workspaceRoot(template), resolve(template.cwd, path));
  return !from.startsWith('..') && !isAbsolute(from);
}

/** The template's folder and those around it, up to the workspace: where somebody may start Packer. */
export function foldersAbove(template: Template): readonly string[] {
  const folders: string[] = [];
  for (let folder = template.root; isInWorkspace(template, folder); folder = dirname(folder)) {
    folders.push(folder);
    if (folder === dirname(folder)) break;
  }
  return folders;
}

/** Whether git leaves a path out: it is made by a build, belongs to one person, or comes with a submodule. */
export function isIgnored(
  template: Template,
  path: string,
  readFile: (path: string) => NamedFile | undefined,
): boolean {
  const absolute = resolve(template.cwd, path);
  return foldersAbove(template).some((folder) => {
    const inside = relative(folder, absolute);
    const lines = readFile(resolve(folder, '.gitignore'))?.text.split(/\r?\n/) ?? [];
    const modules = readFile(resolve(folder, '.gitmodules'))?.text ?? '';
    if ([...modules.matchAll(/^\s*path\s*=\s*(\S+)/gm)].some(([, path]) => inside.startsWith(`${path}/`)))
      return true;
    return lines.some((line) => matches(line.trim(), inside));
  });
}

function matches(line: string, path: string): boolean {
  if (line === '' || line.startsWith('#') || line.startsWith('!')) return false;
  const bare = line.replace(/\/+$/, '');
  const anchored = bare.includes('/');
  const form = bare
    .replace(/^\//, '')
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]*'))
    .replaceAll('?', '[^/]');
  return new RegExp(`${anchored ? '^' : '(?:^|/)'}${form}(?:/|$)`).test(path);
}
