import { findTemplates, readTemplate, type Template } from '../../core/language/index.ts';

/** The templates of the folder or file that `--template` names. */
export async function readTemplates(
  path: string,
  { root, env }: { readonly root: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<readonly Template[]> {
  const setting = { path, vars: {}, secrets: {}, varFiles: [], cwd: 'template' } as const;
  const found = await findTemplates({ root, settings: [setting] });
  return await Promise.all(found.map((one) => readTemplate(one, { root, env })));
}
