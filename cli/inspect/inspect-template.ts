import type { ResolvedConfig } from '../../core/config/index.ts';
import { isHybridError } from '../../core/errors/index.ts';
import { findTemplates, readTemplate, type Template } from '../../core/language/index.ts';
import type { Target } from '../../core/schema/index.ts';
import { pipelineOf } from '../pipeline-of.ts';

/** Reads every template that the configuration names. */
export async function inspectTemplates(
  config: ResolvedConfig,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly Template[]> {
  const { root } = config.workspace;
  const found = await findTemplates({ root, settings: config.settings.templates });
  return await Promise.all(found.map((one) => readTemplate(one, { root, env })));
}

/** What would be built; a template from which nothing can be built yet is shown all the same. */
export async function targetsOf(config: ResolvedConfig, ci: boolean): Promise<readonly Target[]> {
  try {
    return await (await pipelineOf(config, ci)).targets();
  } catch (cause) {
    if (isHybridError(cause) && cause.code === 'PH_TEMPLATE_EMPTY') return [];
    throw cause;
  }
}
