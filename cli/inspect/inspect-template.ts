import type { ResolvedConfig } from '../../core/config/index.ts';
import { findTemplates, readTemplate } from '../../core/language/index.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { type TemplateDocument, templateDocument } from './template-document.ts';

/** Reads every template that the configuration names, with the targets that come of it. */
export async function inspectTemplates(
  config: ResolvedConfig,
  { env, ci }: { readonly env: Readonly<Record<string, string | undefined>>; readonly ci: boolean },
): Promise<readonly TemplateDocument[]> {
  const { root } = config.workspace;
  const found = await findTemplates({ root, settings: config.settings.templates });
  const templates = await Promise.all(found.map((one) => readTemplate(one, { root, env })));
  // A template that cannot be read whole is shown all the same, with its errors.
  const isWhole = templates.every(({ errors, builds }) => errors.length === 0 && builds.length > 0);
  const targets = isWhole ? await (await pipelineOf(config, ci)).targets() : [];
  return templates.map((template) => templateDocument(template, targets));
}
