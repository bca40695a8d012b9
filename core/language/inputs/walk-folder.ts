import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ignoredFolders } from '../find/template-names.ts';

/** More files than any role or web root holds; a wrong path such as `/` must not be walked to its end. */
const mostFiles = 20_000;

/** The files below a folder in the order of their names; links to folders are not followed. */
export function walkFolder(folder: string): readonly string[] {
  const files: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined && files.length < mostFiles; next = waiting.pop()) {
    for (const entry of entriesOf(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) waiting.push(...(isIgnored(entry.name) ? [] : [path]));
      else files.push(path);
    }
  }
  return files.sort();
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isIgnored(name: string): boolean {
  return (ignoredFolders as readonly string[]).includes(name);
}
