import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HybridError, reasonOf } from '../../errors/index.ts';
import type { UnparsedFile } from '../syntax/document.ts';
import { relativePath } from './relative-path.ts';

/** Reads variable files that were asked for; their paths count from the workspace root. */
export function variableFiles(paths: readonly string[], root: string): Promise<readonly UnparsedFile[]> {
  return Promise.all(paths.map((path) => readVariableFile(resolve(root, path), root)));
}

async function readVariableFile(absolutePath: string, root: string): Promise<UnparsedFile> {
  const path = relativePath(root, absolutePath);
  try {
    const text = await readFile(absolutePath, 'utf8');
    return { path, absolutePath, syntax: path.endsWith('.json') ? 'json' : 'hcl', role: 'variables', text };
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing) throw new HybridError('PH_VARFILE_MISSING', { file: path }, { cause });
    throw new HybridError('PH_TEMPLATE_UNREADABLE', { path, reason: reasonOf(cause) }, { cause });
  }
}
