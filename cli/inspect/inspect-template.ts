import type { ResolvedConfig } from '../../core/config/index.ts';
import { isHybridError } from '../../core/errors/index.ts';
import { findTemplates, readTemplate } from '../../core/language/index.ts';
import type { Target } from '../../core/schema/index.ts';
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
  const targets = await targetsOf(config, ci);
  return templates.map((template) => templateDocument(template, targets));
}

/** A template from which nothing can be built yet is shown all the same. */
async function targetsOf(config: ResolvedConfig, ci: boolean): Promise<readonly Target[]> {
  try {
    return await (await pipelineOf(config, ci)).targets();
  } catch (cause) {
    if (isHybridError(cause) && cause.code === 'PH_TEMPLATE_EMPTY') return [];
    throw cause;
  }
}
