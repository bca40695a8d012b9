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

export interface TemplateFiles {
  readonly files: readonly UnparsedFile[];
  /** The variable files that Packer reads unasked, absolute; a single file has none. */
  readonly automatic: readonly string[];
}

/** The files that Packer reads for this template: HCL before JSON, each in the order of their names. */
export async function templateFiles(found: FoundTemplate, root: string): Promise<TemplateFiles> {
  if (found.kind === 'file') {
    return { files: [await readTemplateFile(found.absolutePath, root)], automatic: [] };
  }
  const names = await namesIn(found);
  const ending = (...endings: readonly string[]) =>
    endings.flatMap((one) => names.filter((name) => name.endsWith(one)).sort());
  const paths = ending('.pkr.hcl', '.pkr.json').map((name) => join(found.absolutePath, name));
  return {
    files: await Promise.all(paths.map((path) => readTemplateFile(path, root))),
    automatic: ending('.auto.pkrvars.hcl', '.auto.pkrvars.json').map((name) =>
      join(found.absolutePath, name),
    ),
  };
}

async function namesIn(found: FoundTemplate): Promise<readonly string[]> {
  try {
    const entries = await readdir(found.absolutePath, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
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
