import { type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { walkFolder } from './walk-folder.ts';

/** The files that a written path stands for: itself, all files of a folder, or what a pattern matches. */
export function localFiles(written: string, folder: string): readonly string[] {
  const local = localPath(written);
  if (local === undefined) return [];
  const path = resolve(folder, local);
  const info = infoOf(path);
  if (info?.isFile()) return [path];
  if (info?.isDirectory()) return walkFolder(path);
  if (!isDynamicPattern(local)) return [];
  const matches = globSync([local], { cwd: folder, absolute: true, expandDirectories: false, dot: true });
  return matches.map((match) => resolve(match)).sort();
}

/** URLs are fetched by Packer; `file:` URLs and paths are here. */
function localPath(written: string): string | undefined {
  if (written === '' || written.includes('{{')) return undefined;
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(written)) return written.replace(/^file:/, '');
  if (!written.startsWith('file://')) return undefined;
  try {
    return fileURLToPath(written);
  } catch {
    return undefined;
  }
}

function infoOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
