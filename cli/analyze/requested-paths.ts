import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { isHybridError } from '../../core/errors/index.ts';
import { findTemplates } from '../../core/language/index.ts';

/**
 * What the arguments of an analysis stand for: a folder means itself and every template below it, while a run takes a
 * folder for one template. Everything else stays as it was typed.
 */
export async function requestedPaths(
  args: readonly string[],
  cwd: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const arg of args) {
    const below = (await isFolder(resolve(cwd, arg))) ? await templatesBelow(resolve(cwd, arg), signal) : [];
    paths.push(...(below.length > 0 ? below.map((path) => relative(cwd, path) || '.') : [arg]));
  }
  return [...new Set(paths)];
}

async function templatesBelow(folder: string, signal?: AbortSignal): Promise<readonly string[]> {
  const options = signal ? { signal } : {};
  const itself = { path: '.', vars: {}, secrets: {}, varFiles: [], cwd: 'template' } as const;
  const found = [
    ...(await foundOrNone(findTemplates({ root: folder, settings: [itself], ...options }))),
    ...(await foundOrNone(findTemplates({ root: folder, settings: [], ...options }))),
  ];
  return [...new Set(found.map(({ absolutePath }) => absolutePath))];
}

async function foundOrNone(finding: ReturnType<typeof findTemplates>) {
  try {
    return await finding;
  } catch (error) {
    if (isHybridError(error) && error.code === 'PH_TEMPLATE_MISSING') return [];
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}
