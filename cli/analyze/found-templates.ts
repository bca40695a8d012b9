import { sep } from 'node:path';
import { type FoundTemplate, findTemplates } from '../../core/language/index.ts';
import type { OpenAnalysis } from './open-analysis.ts';

/** The templates that are meant, without the copies that the workspace itself keeps. */
export async function foundTemplates(
  { config, ignore }: Pick<OpenAnalysis, 'config' | 'ignore'>,
  signal?: AbortSignal,
): Promise<readonly FoundTemplate[]> {
  const { root } = config.workspace;
  const { templates } = config.settings;
  const found = await findTemplates({ root, settings: templates, ignore, ...(signal ? { signal } : {}) });
  const own = found.filter(
    ({ absolutePath }) => !ignore.some((folder) => absolutePath.startsWith(folder + sep)),
  );
  // Whoever names nothing but a copy means it.
  return own.length > 0 ? own : found;
}
