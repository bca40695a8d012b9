import { sensitiveValues } from '../language/index.ts';
import type { PluginRegistry } from '../plugin/index.ts';
import { createSecrets } from '../process/index.ts';
import type { Secrets } from '../process/secrets.ts';
import type { RunEvent, Target } from '../schema/index.ts';
import type { HookRunner } from './hook-runner.ts';
import { loadTemplates, mustHaveTargets, targetsOf } from './load-templates.ts';
import { selectTargets } from './select-targets.ts';
import type { LoadedTemplate } from './session.ts';
import type { PipelineOptions, Selection } from './types.ts';

/** The parts of a pipeline that every run of it uses. */
export interface Engine {
  readonly options: PipelineOptions;
  readonly registry: PluginRegistry;
  readonly runner: HookRunner;
  readonly tell: (event: RunEvent) => void;
}

/** Templates, and those of their targets that are meant. */
export interface Loaded {
  readonly loaded: readonly LoadedTemplate[];
  readonly targets: readonly Target[];
}

/** Reads the templates and selects targets; throws when there is nothing to do. */
export async function loadSelected(
  { options, registry }: Engine,
  selection: Selection,
  signal: AbortSignal,
): Promise<Loaded> {
  const { workspace, settings, env } = options;
  const loaded = await loadTemplates({ workspace, settings, signal });
  const all = targetsOf(loaded, { env, registry });
  mustHaveTargets(loaded, all);
  return { loaded, targets: selectTargets(all, selection) };
}

/** Everything that may not be shown: configured secrets and the values of sensitive variables. */
export function secretsOf({ secrets }: PipelineOptions, loaded: readonly LoadedTemplate[]): Secrets {
  const known = createSecrets();
  for (const secret of secrets) known.add(secret);
  for (const { found, template } of loaded) {
    for (const secret of [...Object.values(found.setting.secrets), ...sensitiveValues(template)]) {
      known.add(secret);
    }
  }
  return known;
}
