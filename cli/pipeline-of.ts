import type { ResolvedConfig } from '../core/config/index.ts';
import type { Pipeline } from '../core/pipeline/index.ts';
import type { Plugin } from '../core/plugin/index.ts';

/** The pipeline that a configuration describes, with the first-party plugins that every host brings. */
export async function pipelineOf(config: ResolvedConfig, ci: boolean): Promise<Pipeline> {
  const [{ createPipeline }, { defaultPlugins }] = await Promise.all([
    import('../core/pipeline/index.ts'),
    import('../plugins/index.ts'),
  ]);
  return createPipeline({
    workspace: config.workspace,
    env: config.env,
    settings: config.settings,
    plugins: withDefaults(config.plugins, defaultPlugins()),
    secrets: config.secrets,
    ci,
  });
}

/** The defaults with what the configuration names: a plugin of the same name takes the default's place, others follow. */
export function withDefaults(
  configured: readonly Plugin[] | undefined,
  defaults: readonly Plugin[],
): readonly Plugin[] {
  if (configured === undefined) return defaults;
  // A name that is configured twice must reach the pipeline twice: it says so.
  const replaced = defaults.flatMap((plugin) => {
    const own = configured.filter(({ name }) => name === plugin.name);
    return own.length > 0 ? own : [plugin];
  });
  return [...replaced, ...configured.filter((plugin) => !replaced.includes(plugin))];
}
