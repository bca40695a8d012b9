import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HybridError, reasonOf } from '../../errors/index.ts';
import type { FoundTemplate } from '../find/found-template.ts';
import type { UnparsedFile } from '../syntax/document.ts';
import { relativePath } from './relative-path.ts';

/** The folder that Packer calls `path.root`. */
export function templateRoot(found: FoundTemplate): string {
  return found.kind === 'directory' ? found.absolutePath : dirname(found.absolutePath);
}

/** The files that Packer reads for this template: HCL before JSON, each in the order of their names. */
export async function templateFiles(found: FoundTemplate, root: string): Promise<readonly UnparsedFile[]> {
  if (found.kind === 'file') return [await readTemplateFile(found.absolutePath, root)];
  const names = await namesIn(found, ['.pkr.hcl', '.pkr.json']);
  return await Promise.all(names.map((name) => readTemplateFile(join(found.absolutePath, name), root)));
}

/** The variable files that Packer reads unasked; a single file has none. */
export async function automaticVariableFiles(found: FoundTemplate): Promise<readonly string[]> {
  if (found.kind === 'file') return [];
  const names = await namesIn(found, ['.auto.pkrvars.hcl', '.auto.pkrvars.json']);
  return names.map((name) => join(found.absolutePath, name));
}

async function namesIn(found: FoundTemplate, endings: readonly string[]): Promise<readonly string[]> {
  try {
    const entries = await readdir(found.absolutePath, { withFileTypes: true });
    const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
    return endings.flatMap((ending) => names.filter((name) => name.endsWith(ending)).sort());
  } catch (cause) {
    throw new HybridError('PH_TEMPLATE_UNREADABLE', { path: found.path, reason: reasonOf(cause) }, { cause });
  }
}

async function readTemplateFile(absolutePath: string, root: string): Promise<UnparsedFile> {
  const path = relativePath(root, absolutePath);
  try {
    const text = await readFile(absolutePath, 'utf8');
    return { path, absolutePath, syntax: syntaxOf(path), role: 'template', text };
  } catch (cause) {
    throw new HybridError('PH_TEMPLATE_UNREADABLE', { path, reason: reasonOf(cause) }, { cause });
  }
}

function syntaxOf(path: string): UnparsedFile['syntax'] {
  if (!path.endsWith('.json')) return 'hcl';
  return path.endsWith('.pkr.json') ? 'json' : 'legacy-json';
}
