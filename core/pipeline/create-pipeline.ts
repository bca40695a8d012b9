import { registerPlugins } from '../plugin/index.ts';
import type { RunEvent } from '../schema/index.ts';
import { checkRuleNames } from './check-rule-names.ts';
import { findDrift } from './drift.ts';
import { type Engine, loadSelected } from './engine.ts';
import { createHookRunner } from './hook-runner.ts';
import { createHooks } from './hooks.ts';
import { listHooks } from './list-hooks.ts';
import { runPipeline } from './run-pipeline.ts';
import { policiesWith } from './stage-policies.ts';
import type { Pipeline, PipelineOptions } from './types.ts';

/** Sets up the plugins and gives a pipeline that can run; throws a HybridError that names the plugin at fault. */
export async function createPipeline(options: PipelineOptions): Promise<Pipeline> {
  const registry = await registerPlugins(options.plugins);
  checkRuleNames(options.settings.rules, registry.rulePacks);
  const hooks = createHooks(registry);
  const listeners = new Set<(event: RunEvent) => void>();
  const engine: Engine = {
    options,
    registry,
    runner: createHookRunner(hooks, policiesWith(options.settings.policy.deadlines)),
    tell(event) {
      hooks.event.call(event);
      for (const listener of listeners) listener(event);
    },
  };
  return {
    run: (request) => runPipeline(engine, request),
    async targets(selection = {}) {
      const { targets } = await loadSelected(engine, selection, new AbortController().signal);
      return targets;
    },
    drift: (selection = {}) => findDrift(engine, selection),
    hooks: () => listHooks(registry),
    pending: () => [...engine.runner.pending],
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
