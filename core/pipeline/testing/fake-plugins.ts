import {
  type Contributions,
  definePlugin,
  type HookMap,
  PLUGIN_API,
  type Plugin,
  type PluginApi,
} from '../../plugin/index.ts';
import { artifact, result, twoNulls } from './fake-workspace.ts';

type Build = HookMap['build'];

export const plugin = (
  name: string,
  setup: (api: PluginApi<undefined>) => void,
  contributes: Contributions = {},
): Plugin => definePlugin({ name, apiVersion: PLUGIN_API, contributes, setup })();

/** A plugin that builds every target this way. */
export const engine = (build: (context: Build['context']) => Build['result'] | Promise<Build['result']>) =>
  plugin('engine', (api) => api.on('build', build));

/** An engine that always succeeds. */
export const builds = engine(() => result({ artifacts: [artifact()] }));

export const files = { 'pair.pkr.hcl': twoNulls };
export const one = { command: 'run', only: ['pair.null.one'] };
