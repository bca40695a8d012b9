import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** Whether git takes the file along: it lies in a repository, and no `.gitignore` on the way keeps it out. */
export function isPublished(file: string): boolean {
  const folders = foldersUp(dirname(file));
  const top = folders.findIndex((folder) => existsSync(join(folder, '.git')));
  if (top === -1) return false;
  let ignored = false;
  for (const folder of folders.slice(0, top + 1).toReversed()) {
    const path = relative(folder, file).split(sep).join('/');
    for (const pattern of patternsIn(join(folder, '.gitignore'))) {
      if (matches(pattern.text, path, basename(file))) ignored = pattern.ignores;
    }
  }
  return !ignored;
}

/** The folder and those above it. */
function foldersUp(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at));
  return folders;
}

function patternsIn(path: string): readonly { readonly text: string; readonly ignores: boolean }[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ text: line.replace(/^!/, ''), ignores: !line.startsWith('!') }));
}

/** A pattern with a slash counts from its folder, one without anywhere below; one of a folder takes all that is in it. */
function matches(pattern: string, path: string, name: string): boolean {
  const bare = pattern.replace(/\/$/, '');
  const form = globForm(bare.replace(/^\//, ''));
  if (!bare.includes('/')) {
    return pattern.endsWith('/')
      ? path
          .split('/')
          .slice(0, -1)
          .some((part) => form.test(part))
      : form.test(name) || path.split('/').some((part) => form.test(part));
  }
  return (
    form.test(path) || path.split('/').some((_, index, parts) => form.test(parts.slice(0, index).join('/')))
  );
}

function globForm(glob: string): RegExp {
  const source = glob
    .replaceAll(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('**/', '\0')
    .replaceAll('**', '\x01')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('\0', '(?:.*/)?')
    .replaceAll('\x01', '.*');
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /^$/;
  }
}
