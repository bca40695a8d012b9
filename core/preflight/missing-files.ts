import { access } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { Body, Json } from '../language/index.ts';

/** A file that a block names and that is not there; the path is left out where it must not be shown. */
export interface MissingFile {
  readonly attribute: string;
  readonly path?: string;
}

interface FileSearch {
  /** Attributes that name local files or folders, one or a list of them, also in nested blocks. */
  readonly attributes: readonly string[];
  /** Where a relative path starts: the folder in which Packer is started. */
  readonly folder: string;
}

/** Finds files that a block names and that do not exist; values that are not known yet are passed over. */
export async function missingFiles(body: Body, search: FileSearch): Promise<readonly MissingFile[]> {
  const missing: MissingFile[] = [];
  for (const { name, value } of body.attributes) {
    if (!search.attributes.includes(name) || value.state === 'unknown') continue;
    for (const path of localPaths(value.value)) {
      if (await locate(search.folder, path)) continue;
      missing.push(value.state === 'sensitive' ? { attribute: name } : { attribute: name, path });
    }
  }
  for (const block of body.blocks) missing.push(...(await missingFiles(block.body, search)));
  return missing;
}

/** The paths in an attribute's value: texts, without addresses, patterns and what Packer fills in later. */
export function localPaths(value: Json): readonly string[] {
  const values: readonly Json[] = Array.isArray(value) ? value : [value];
  return values.filter((path): path is string => typeof path === 'string' && isLocalPath(path));
}

/** The absolute path of a file or folder that exists, or undefined. */
export async function locate(folder: string, path: string): Promise<string | undefined> {
  const candidate = resolve(folder, expandHome(path));
  return (await exists(candidate)) ? candidate : undefined;
}

function isLocalPath(path: string): boolean {
  return path !== '' && !path.includes('://') && !path.includes('{{') && !/[*?[]/.test(path);
}

function expandHome(path: string): string {
  return path === '~' || path.startsWith('~/') ? homedir() + path.slice(1) : path;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
