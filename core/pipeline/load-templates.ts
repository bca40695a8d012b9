import { HybridError } from '../errors/index.ts';
import { expandTargets, findTemplates, readTemplate, uniqueSlugs } from '../language/index.ts';
import type { PluginRegistry, Settings } from '../plugin/index.ts';
import type { Target } from '../schema/index.ts';
import type { WorkspaceFolders } from '../state/index.ts';
import type { LoadedTemplate } from './session.ts';

export interface LoadOptions {
  readonly workspace: WorkspaceFolders;
  readonly settings: Settings;
  readonly signal: AbortSignal;
}

/** Finds and reads every template that the settings name; throws when there is none. */
export async function loadTemplates(options: LoadOptions): Promise<readonly LoadedTemplate[]> {
  const { workspace, settings, signal } = options;
  const { root, artifacts, logs, state, cache } = workspace;
  const ignore = [artifacts, logs, state, cache];
  const found = await findTemplates({ root, settings: settings.templates, ignore, signal });
  return Promise.all(
    found.map(async (one) => ({ found: one, template: await readTemplate(one, { root, env: process.env }) })),
  );
}

/** Every target of the templates, each with a slug of its own. */
export function targetsOf(
  loaded: readonly LoadedTemplate[],
  { env, registry }: { readonly env: string; readonly registry: Pick<PluginRegistry, 'platforms'> },
): readonly Target[] {
  const ownerOf = (source: string) => registry.platforms.find(({ sources }) => sources.includes(source));
  const targets = loaded.flatMap(({ found, template }) =>
    expandTargets(template, {
      env,
      setting: found.setting,
      // A source type that no plugin owns is built all the same, under its own name.
      platformOf: (source) => ownerOf(source)?.id ?? source,
      hostAttributesOf: (source) => ownerOf(source)?.hostAttributes ?? [],
    }),
  );
  return uniqueSlugs(targets);
}

/** Refuses templates from which nothing can be built, unless it is their own errors that hide the builds. */
export function mustHaveTargets(loaded: readonly LoadedTemplate[], targets: readonly Target[]): void {
  if (targets.length > 0 || loaded.some(({ template }) => template.errors.length > 0)) return;
  throw new HybridError('PH_TEMPLATE_EMPTY', { paths: loaded.map(({ template }) => template.path) });
}
